import { expect, test } from "vitest";

import { changePassword } from "#lib/workspaces/change-password";
import { findSession, startSession } from "#lib/workspaces/session";
import { setUpOwner } from "#lib/workspaces/set-up-owner";
import { signIn } from "#lib/workspaces/sign-in";

import { testRuntime } from "../support/context.ts";

const owner = {
  email: "ada@wol.example",
  name: "Ada",
  password: "correct horse battery",
  workspaceName: "Noorderwol",
  timeZone: "Europe/Amsterdam",
};
const next = "another horse battery";

test("the first visitor becomes the owner, and nobody after", async () => {
  const runtime = await testRuntime();

  expect(await setUpOwner(runtime, owner)).toMatchObject({
    ok: true,
    value: { slug: "noorderwol" },
  });
  expect(await setUpOwner(runtime, owner)).toMatchObject({ refusal: "already-set-up" });
});

test("a wrong password and an unknown address answer the same", async () => {
  const runtime = await testRuntime();
  await setUpOwner(runtime, owner);
  const address = "192.0.2.1";

  expect(await signIn(runtime, { ...owner, address })).toMatchObject({ ok: true });
  const wrong = await signIn(runtime, { ...owner, password: next, address });
  const unknown = await signIn(runtime, { ...owner, email: "x@wol.example", address });
  expect(wrong).toEqual(unknown);
  expect(wrong).toMatchObject({ refusal: "wrong-sign-in" });
});

test("a new password ends the sessions of before", async () => {
  const runtime = await testRuntime();
  const made = await setUpOwner(runtime, owner);
  if (!made.ok) throw new Error(made.refusal);
  const { userId } = made.value;
  const laptop = await startSession(runtime, userId);
  expect(await findSession(runtime, laptop)).toMatchObject({ id: userId });

  expect(await changePassword(runtime, userId, { current: next, next })).toMatchObject({
    refusal: "wrong-password",
  });
  expect(await changePassword(runtime, userId, { current: owner.password, next })).toMatchObject({
    ok: true,
  });
  expect(await findSession(runtime, laptop)).toBeUndefined();
});
