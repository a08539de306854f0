import { expect, test } from "vitest";

import { forgetSignIns } from "#lib/accounts/forget-sign-ins";
import { showSignIn } from "#lib/accounts/show-sign-in";
import { findSignIn } from "#lib/accounts/sign-in-repository";
import { NotFound } from "#lib/kernel/errors";

import { aWorkspace, begun } from "./a-sign-in.ts";

test("a sign-in that nobody finished is forgotten an hour after it ran out, and not before", async () => {
  const { ctx } = await aWorkspace();
  const { signInId } = await begun(ctx);
  ctx.clock.pass({ minutes: 74 });
  await forgetSignIns(ctx);
  expect(await showSignIn(ctx, signInId)).toMatchObject({ state: "expired" });
  ctx.clock.pass({ minutes: 1 });
  await forgetSignIns(ctx);
  await expect(findSignIn(ctx.db, ctx.workspaceId, signInId)).rejects.toThrow(NotFound);
});
