import { expect, test } from "vitest";

import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { publishDue } from "#lib/publisher/publish-due";
import { rescueUnreadable } from "#lib/publisher/rescue";
import { newRun } from "#lib/publisher/run";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";
import { setDelivery } from "../support/set-delivery.ts";

test("a state that this version does not know is put before a person, and not sent", async () => {
  const { ctx, fake } = await aPostWith({ state: "half_sent" as "scheduled" });
  await publishDue(ctx, "worker");
  await rescueUnreadable(newRun(ctx, "worker"));
  await publishDue(ctx, "worker");
  expect(await listDeliveries(ctx)).toMatchObject([
    { state: "needs_person", reason: "unreadable-state", reasonDetail: "state: half_sent" },
  ]);
  expect(fake.calls.publish).toBe(0);
});

test("a recovery that this version does not know is looked for, and then asked of a person", async () => {
  const { ctx, fake } = await aPostWith({ recovery: "half_restored" as "restored" });
  for (let turn = 0; turn < 5; turn += 1) {
    await publishDue(ctx, "worker");
    ctx.clock.pass({ minutes: 10 });
  }
  expect(await listDeliveries(ctx)).toMatchObject([{ state: "needs_person" }]);
  expect(fake.calls).toMatchObject({ publish: 0, search: 1 });
});

async function aPostWith(columns: Parameters<typeof setDelivery>[2]) {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork();
  const { id } = await haveAccount(ctx);
  await haveScheduled(ctx, { accountIds: [id] });
  const [delivery] = await listDeliveries(ctx);
  await ctx.transact((tx) => setDelivery(tx, delivery?.id ?? "", columns));
  return { ctx, fake };
}
