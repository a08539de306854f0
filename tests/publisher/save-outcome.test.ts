import { expect, test } from "vitest";

import { listDeliveries } from "#lib/deliveries/list-deliveries";
import type { Runtime } from "#lib/kernel/context";
import { publishDue } from "#lib/publisher/publish-due";

import { aroundTransact } from "../support/around-transact.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";

test("an outcome that was kept, though the database said otherwise, is not called too late", async () => {
  const fake = fakeNetwork();
  const ctx = await haveWorkspace();
  const account = await haveAccount(ctx);
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Hello"] });
  const warnings: string[] = [];
  let isLosing = false;
  fake.beforePublish = () => {
    isLosing = true;
  };
  const losing = aroundTransact(ctx, (transact) => async (work) => {
    const value = await transact(work);
    if (!isLosing) return value;
    isLosing = false;
    throw new Error("The connection ended before the database answered.");
  });
  const log = { ...ctx.log, warn: (_: unknown, text?: string) => void warnings.push(text ?? "") };
  await publishDue({ ...losing, log } as Runtime, "worker");
  expect((await listDeliveries(ctx, { postIds: [postId] }))[0]?.state).toBe("published");
  expect(warnings).toEqual(["A step is not saved yet."]);
});
