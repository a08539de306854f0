import { expect, test } from "vitest";

import { acceptShoutOut } from "#lib/advocacy/accept-shout-out";
import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import { markThankedByHand } from "#lib/advocacy/mark-thanked-by-hand";
import { scheduleShoutOut } from "#lib/advocacy/schedule-shout-out";
import { judgeTouchpoint } from "#lib/engagement/judge-touchpoint";
import { runEventHandlers } from "#lib/event-handlers";
import { listHistory } from "#lib/events/repository";
import type { Context } from "#lib/kernel/context";
import { listPosts } from "#lib/posts/list-posts";
import { confirmTouchpoint } from "#lib/projector/confirm-touchpoint";

import { dump } from "../support/dump.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

const unclear = "Saw the scarves of Noorderwol in the city today";

test("words that are not sure are read first, then accepted", async () => {
  const { ctx, shoutOut } = await haveMention(unclear);
  expect(shoutOut.needsCheck).toBe("compliment");

  expect(await acceptShoutOut(ctx, { shoutOutId: shoutOut.id })).toMatchObject({
    refusal: "read-first",
  });
  expect(await drafts(ctx)).toEqual([]);

  const touchpointId = shoutOut.touchpointId ?? "";
  expect(await confirmTouchpoint(ctx, { touchpointId, verdict: "compliment" })).toMatchObject({
    ok: true,
  });
  expect(await acceptShoutOut(ctx, { shoutOutId: shoutOut.id })).toMatchObject({ ok: true });
});

test.each([{ isPrivate: false }, { isPrivate: true }])(
  "whoever thanks by hand reads the words first, too: %j",
  async ({ isPrivate }) => {
    const { ctx, shoutOut } = await haveMention(unclear);
    const shoutOutId = shoutOut.id;
    expect(await markThankedByHand(ctx, { shoutOutId, isPrivate })).toMatchObject({
      refusal: "read-first",
    });
    const touchpointId = shoutOut.touchpointId ?? "";
    await confirmTouchpoint(ctx, { touchpointId, verdict: "compliment" });
    expect(await markThankedByHand(ctx, { shoutOutId, isPrivate })).toMatchObject({ ok: true });
  },
);

test("words that are no compliment are not accepted and leave the list", async () => {
  const { ctx, shoutOut } = await haveMention(unclear);
  const touchpointId = shoutOut.touchpointId ?? "";
  await confirmTouchpoint(ctx, { touchpointId, verdict: "not-a-compliment" });

  expect(await acceptShoutOut(ctx, { shoutOutId: shoutOut.id })).toMatchObject({
    refusal: "read-first",
  });
  await runEventHandlers(ctx);

  expect((await listShoutOuts(ctx)).suggestions).toEqual([]);
  const history = await listHistory(ctx.db, ctx.workspaceId, touchpointId);
  expect(history.map(({ type }) => type)).toContain("touchpoint.confirmed");
});

test("clear praise is accepted at once", async () => {
  const { ctx, shoutOut } = await haveMention("So happy with what I bought here, it is beautiful!");
  expect(shoutOut.needsCheck).toBe("no");
  expect(await acceptShoutOut(ctx, { shoutOutId: shoutOut.id })).toMatchObject({ ok: true });
});

test.each(["not-a-compliment", "complaint"] as const)(
  "clear praise that somebody has just called %s is not accepted",
  async (verdict) => {
    const { ctx, shoutOut } = await haveMention("So happy with what I bought here, it is great!");
    const { id: shoutOutId, touchpointId, needsCheck } = shoutOut;
    expect(needsCheck).toBe("no");
    // Judged, and the list does not know yet.
    await judgeTouchpoint(ctx, touchpointId ?? "", verdict);
    const when = { kind: "wall-clock", at: "2026-03-02T09:00" } as const;
    expect(await acceptShoutOut(ctx, { shoutOutId })).toMatchObject({ refusal: "read-first" });
    expect(await scheduleShoutOut(ctx, { shoutOutId, when })).toMatchObject({
      refusal: "read-first",
    });
    expect(await drafts(ctx)).toEqual([]);
  },
);

test("two people who accept at once leave one draft", async () => {
  const { ctx, shoutOut } = await haveMention("So happy with what I bought here, it is beautiful!");
  const bo: Context = { ...ctx, actor: { id: "bo", role: "editor" } };
  const input = { shoutOutId: shoutOut.id };

  const outcomes = await Promise.all([acceptShoutOut(ctx, input), acceptShoutOut(bo, input)]);

  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: "already-decided" });
  expect(await drafts(ctx)).toHaveLength(1);
});

test("a draft that fails leaves neither a draft nor a decision", async () => {
  const { ctx, shoutOut } = await haveMention("So happy with what I bought here, it is beautiful!");
  const failing: Context = { ...ctx, newId: () => fail() };

  await expect(acceptShoutOut(failing, { shoutOutId: shoutOut.id })).rejects.toThrow("no id");

  expect(await drafts(ctx)).toEqual([]);
  expect(await acceptShoutOut(ctx, { shoutOutId: shoutOut.id })).toMatchObject({ ok: true });
});

test("accepted for a time it is on the calendar at once", async () => {
  const { ctx, shoutOut } = await haveMention("So happy with what I bought here, it is beautiful!");
  const when = { kind: "wall-clock", at: "2026-03-02T09:00" } as const;
  const outcome = await scheduleShoutOut(ctx, {
    shoutOutId: shoutOut.id,
    text: "Thank you!",
    when,
  });
  const [post] = await listPosts(ctx, {});
  expect(outcome).toMatchObject({ ok: true, value: { postId: post?.id, deliveries: [{}] } });
  expect(post).toMatchObject({ state: "scheduled", parts: [{ text: "Thank you!" }] });
  const history = await listHistory(ctx.db, ctx.workspaceId, shoutOut.id);
  expect(history[0]?.type).toBe("shout-out.accepted");
});

test("refused for a time it is a suggestion still, and everything is as it was", async () => {
  const { ctx, shoutOut } = await haveMention("So happy with what I bought here, it is beautiful!");
  const when = { kind: "wall-clock", at: "2026-02-01T09:00" } as const;
  const input = { shoutOutId: shoutOut.id, when };
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
  const stranger = await haveNeighbour(ctx);
  const before = await dump(ctx.db);
  expect(await scheduleShoutOut(ctx, input)).toMatchObject({ refusal: "in-the-past" });
  await expect(scheduleShoutOut(viewer, input)).rejects.toThrow("editor role");
  await expect(scheduleShoutOut(stranger, input)).rejects.toThrow("No shout-out");
  expect(await dump(ctx.db)).toEqual(before);

  await acceptShoutOut(ctx, { shoutOutId: shoutOut.id });
  const accepted = await dump(ctx.db);
  const decided = { refusal: "already-decided" };
  expect(await scheduleShoutOut(ctx, input)).toMatchObject(decided);
  expect(await dump(ctx.db)).toEqual(accepted);
});

test("viewers read nothing for others, and another workspace's touchpoint does not exist here", async () => {
  const { ctx, shoutOut } = await haveMention(unclear);
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
  const input = { touchpointId: shoutOut.touchpointId ?? "", verdict: "compliment" } as const;

  await expect(confirmTouchpoint(viewer, input)).rejects.toThrow("editor role");
  await expect(confirmTouchpoint({ ...ctx, workspaceId: "other" }, input)).rejects.toThrow(
    "No touchpoint",
  );
});

test.each(["user-content", "referral", "helped-customer"] as const)(
  "%s is a deed: nobody has to read the words beside it",
  async (type) => {
    const { shoutOut } = await haveMention(unclear, type);
    expect(shoutOut.needsCheck).toBe("no");
  },
);

async function haveMention(
  text: string,
  type: "mention" | "user-content" | "referral" | "helped-customer" = "mention",
) {
  const ctx = await haveWorkspace();
  fakeNetwork();
  await haveAccount(ctx);
  const { personId } = await havePerson(ctx);
  await haveTouchpoint(ctx, personId, { type, channel: "fake", text });
  await runEventHandlers(ctx);
  const [first] = (await listShoutOuts(ctx)).suggestions;
  if (!first) throw new Error("Nobody is suggested.");
  return { ctx, shoutOut: first.shoutOut };
}

async function drafts(ctx: Context) {
  return (await listPosts(ctx, {})).filter(({ state }) => state === "draft");
}

function fail(): never {
  throw new Error("no id");
}
