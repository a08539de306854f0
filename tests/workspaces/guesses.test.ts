import { expect, test } from "vitest";

import { connectAccount } from "#lib/accounts/connect-account";
import { changePassword } from "#lib/workspaces/change-password";

import { fakeNetwork } from "../support/fake-network.ts";
import { haveMember } from "../support/have-member.ts";
import { haveOwner, password } from "../support/have-owner.ts";

const next = "another long password";

test("of forty guesses at once at the present password ten are looked at", async () => {
  const ctx = await haveOwner();
  const guesses = Array.from({ length: 40 }, (_, n) =>
    changePassword(ctx, ctx.actor.id, { current: `guess ${n}`, next }),
  );
  const answers = (await Promise.all(guesses)).map((answer) => (answer.ok ? "ok" : answer.refusal));
  expect(answers.filter((answer) => answer === "wrong-password")).toHaveLength(10);
  expect(answers.filter((answer) => answer === "too-many-attempts")).toHaveLength(30);
  // The right one waits, too, and says for how long; nobody else does.
  expect(await changePassword(ctx, ctx.actor.id, { current: password, next })).toMatchObject({
    refusal: "too-many-attempts",
    detail: { minutes: 15 },
  });
  const other = await haveMember(ctx, { name: "other" });
  expect(await changePassword(ctx, other.actor.id, { current: "guess", next })).toMatchObject({
    refusal: "wrong-password",
  });
});

test("so it is with passwords of networks", async () => {
  const ctx = await haveOwner();
  const network = fakeNetwork();
  Object.assign(network.connector, {
    connect: async () => ({ kind: "refused", code: "wrong-password", field: "password" }),
  });
  const guess = (secret: string) =>
    connectAccount(ctx, { network: "fake", answers: { identifier: "ada", password: secret } });
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => guess(`guess ${n}`)));
  const refusals = answers.map((answer) => (answer.ok ? "ok" : answer.refusal));
  expect(refusals.filter((refusal) => refusal === "too-many-attempts")).toHaveLength(10);
});
