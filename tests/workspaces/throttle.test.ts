import { expect, test } from "vitest";

import { rememberBrowser } from "#lib/workspaces/known-browser";
import { hashPassword } from "#lib/workspaces/password";
import { signIn } from "#lib/workspaces/sign-in";
import { findUser, updateUser } from "#lib/workspaces/user-repository";

import { haveMember } from "../support/have-member.ts";
import { haveOwner, password } from "../support/have-owner.ts";

/** Somebody with a password. */
async function haveGuessed(name: string) {
  const ctx = await haveOwner();
  const member = await haveMember(ctx, { name });
  const ada = (await findUser(ctx.db, ctx.actor.id))!;
  await ctx.transact((tx) =>
    updateUser(tx, member.actor.id, { passwordHash: ada.passwordHash ?? "" }),
  );
  const user = (await findUser(ctx.db, member.actor.id))!;
  return { ctx, user, email: user.email };
}

async function guess(
  ctx: Parameters<typeof signIn>[0],
  times: number,
  input: Partial<Parameters<typeof signIn>[1]>,
) {
  const answers: string[] = [];
  for (let count = 0; count < times; count += 1) {
    const answer = await signIn(ctx, { email: "", password: "wrong", address: "", ...input });
    answers.push(answer.ok ? "ok" : answer.refusal);
  }
  return answers;
}

test("the eleventh guess from one address waits; the owner elsewhere does not", async () => {
  const { ctx, email } = await haveGuessed("guessed-one");
  const stranger = { email, address: "192.0.2.77" };
  expect(new Set(await guess(ctx, 10, stranger))).toEqual(new Set(["wrong-sign-in"]));
  expect(await guess(ctx, 30, stranger)).toEqual(Array(30).fill("too-many-attempts"));
  expect(await signIn(ctx, { ...stranger, password })).toMatchObject({
    refusal: "too-many-attempts",
    detail: { minutes: 15 },
  });
  expect(await signIn(ctx, { email, password, address: "198.51.100.4" })).toMatchObject({
    ok: true,
  });
});

test("the owner's known browser gets in, from the stranger's address and past guesses from everywhere", async () => {
  const { ctx, user, email } = await haveGuessed("guessed-two");
  const browser = rememberBrowser(ctx, user, undefined);
  for (let net = 0; net < 11; net += 1)
    await guess(ctx, 10, { email, address: `203.0.113.${net}` });
  const here = { email, password, address: "203.0.113.1" };
  expect(await signIn(ctx, here)).toMatchObject({ refusal: "too-many-attempts" });
  expect(await signIn(ctx, { ...here, address: "198.51.100.9" })).toMatchObject({
    refusal: "too-many-attempts",
  });
  expect(await signIn(ctx, { ...here, browser })).toMatchObject({ ok: true });
  // It opens nothing by itself, and is counted as everybody is.
  expect(await guess(ctx, 11, { email, browser })).toEqual([
    ...Array(10).fill("wrong-sign-in"),
    "too-many-attempts",
  ]);
});

test.each([
  ["made up", () => "abc.def"],
  ["another user's", (own: string) => own],
  ["far too long", () => "x.y~".repeat(2_000)],
])("a browser's keepsake that is %s counts for nothing", async (_what, forge) => {
  const { ctx, email, user } = await haveGuessed(`guessed-${_what.replaceAll(" ", "-")}`);
  const other = { ...user, id: "somebody-else" };
  const browser = forge(rememberBrowser(ctx, other, undefined));
  const stranger = { email, browser, address: `192.0.2.${_what.length}` };
  expect((await guess(ctx, 11, stranger)).at(-1)).toBe("too-many-attempts");
});

test("a new password makes the keepsake worthless; several people share a browser", async () => {
  const { ctx, user, email } = await haveGuessed("guessed-three");
  const second = { ...user, id: "second" };
  const kept = rememberBrowser(ctx, second, rememberBrowser(ctx, user, undefined));
  expect(kept.split("~")).toHaveLength(2);
  expect(rememberBrowser(ctx, user, kept).split("~")).toHaveLength(2);
  const passwordHash = await hashPassword("another long password");
  await ctx.transact((tx) => updateUser(tx, user.id, { passwordHash }));
  const stranger = { email, address: "192.0.2.201" };
  await guess(ctx, 10, { ...stranger });
  expect(await guess(ctx, 1, { ...stranger, browser: kept })).toEqual(["too-many-attempts"]);
});

test("one address cannot try many accounts either", async () => {
  const ctx = await haveOwner();
  const answers: string[] = [];
  for (let count = 0; count < 51; count += 1)
    answers.push(
      ...(await guess(ctx, 1, { email: `nobody${count}@wol.example`, address: "192.0.2.250" })),
    );
  expect(answers.at(-2)).toBe("wrong-sign-in");
  expect(answers.at(-1)).toBe("too-many-attempts");
});
