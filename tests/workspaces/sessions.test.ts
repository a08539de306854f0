import { expect, test } from "vitest";

import { changePassword } from "#lib/workspaces/change-password";
import { removeMember } from "#lib/workspaces/remove-member";
import { sessions } from "#lib/workspaces/schema";
import {
  endAllSessions,
  endSession,
  findSession,
  sessionSeconds,
  startSession,
} from "#lib/workspaces/session";

import { haveMember } from "../support/have-member.ts";
import { haveOwner, password } from "../support/have-owner.ts";

test("a session is its user's until it is ended; the others go on", async () => {
  const ctx = await haveOwner();
  const [laptop, phone] = [
    await startSession(ctx, ctx.actor.id),
    await startSession(ctx, ctx.actor.id),
  ];
  expect(await findSession(ctx, laptop)).toMatchObject({ email: "ada@wol.example" });
  await endSession(ctx, laptop);
  expect(await findSession(ctx, laptop)).toBeUndefined();
  expect(await findSession(ctx, phone)).toMatchObject({ email: "ada@wol.example" });
  for (const none of [undefined, "", "x", `${phone}a`, phone.toUpperCase()])
    expect(await findSession(ctx, none)).toBeUndefined();
});

test("it ends by itself after thirty days, used or not, and its row goes with the next one", async () => {
  const ctx = await haveOwner();
  const token = await startSession(ctx, ctx.actor.id);
  ctx.clock.pass({ days: 29 });
  expect(await findSession(ctx, token)).toBeDefined();
  ctx.clock.pass({ days: 1 });
  expect(sessionSeconds).toBe(30 * 86_400);
  expect(await findSession(ctx, token)).toBeUndefined();
  await startSession(ctx, ctx.actor.id);
  expect(await ctx.db.$count(sessions)).toBe(1);
});

test("the token itself is nowhere in the database", async () => {
  const ctx = await haveOwner();
  const token = await startSession(ctx, ctx.actor.id);
  expect(JSON.stringify(await ctx.db.select().from(sessions))).not.toContain(token);
});

test("who is removed is signed out; who leaves by themselves is not", async () => {
  const ctx = await haveOwner();
  const bram = await haveMember(ctx, { name: "bram", role: "owner" });
  const token = await startSession(ctx, bram.actor.id);
  await removeMember(ctx, { userId: bram.actor.id });
  expect(await findSession(ctx, token)).toBeUndefined();

  const els = await haveMember(ctx, { name: "els", role: "owner" });
  const own = await startSession(ctx, els.actor.id);
  await removeMember(els, { userId: els.actor.id });
  expect(await findSession(ctx, own)).toMatchObject({ name: "els" });
});

test("a restored database has nobody signed in", async () => {
  const ctx = await haveOwner();
  const token = await startSession(ctx, ctx.actor.id);
  await endAllSessions(ctx);
  expect(await findSession(ctx, token)).toBeUndefined();
});

test("guesses at the present password are counted, whoever holds the session", async () => {
  const ctx = await haveOwner();
  const guesses = Array.from({ length: 40 }, (_, index) =>
    changePassword(ctx, ctx.actor.id, { current: `guess ${index}`, next: "a new long password" }),
  );
  const answers = (await Promise.all(guesses)).map((answer) => (answer.ok ? "ok" : answer.refusal));
  expect(answers.filter((answer) => answer === "wrong-password")).toHaveLength(10);
  expect(answers.filter((answer) => answer === "too-many-attempts")).toHaveLength(30);
  const right = { current: password, next: "a new long password" };
  expect(await changePassword(ctx, ctx.actor.id, right)).toMatchObject({
    refusal: "too-many-attempts",
    detail: { minutes: 15 },
  });
});
