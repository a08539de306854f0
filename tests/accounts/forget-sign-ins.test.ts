import { expect, test } from "vitest";

import { beginSignIn } from "#lib/accounts/begin-sign-in";
import { forgetSignIns } from "#lib/accounts/forget-sign-ins";
import { showSignIn } from "#lib/accounts/show-sign-in";
import { findSignIn } from "#lib/accounts/sign-in-repository";
import { NotFound } from "#lib/kernel/errors";

import { haveWorkspace } from "../support/factories.ts";
import { fakeSignInPage } from "./fake-authorization.ts";

test("a sign-in that nobody finished is forgotten an hour after it ran out, and not before", async () => {
  fakeSignInPage();
  const ctx = await haveWorkspace();
  const begun = await beginSignIn(ctx, {
    network: "fake",
    answers: { server: "fake.example", secret: "hush" },
    callbackUrl: "https://shoutloop.example/api/connect/callback",
    publicUrl: "https://shoutloop.example",
  });
  const signInId = begun.ok ? begun.value.signInId : "";
  ctx.clock.pass({ minutes: 74 });
  await forgetSignIns(ctx);
  expect(await showSignIn(ctx, signInId)).toMatchObject({ state: "expired" });
  ctx.clock.pass({ minutes: 1 });
  await forgetSignIns(ctx);
  await expect(findSignIn(ctx.db, ctx.workspaceId, signInId)).rejects.toThrow(NotFound);
});
