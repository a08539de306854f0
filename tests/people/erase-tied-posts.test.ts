import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { acceptShoutOut } from "#lib/advocacy/accept-shout-out";
import * as advocacy from "#lib/advocacy/schema";
import { resolveDelivery } from "#lib/deliveries/resolve-delivery";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { attempts, deliveries } from "#lib/deliveries/schema";
import { unschedulePost } from "#lib/deliveries/unschedule-post";
import { events } from "#lib/events/schema";
import type { Context } from "#lib/kernel/context";
import { notifications } from "#lib/notifications/schema";
import { erasePerson } from "#lib/people/erase-person";
import { deletePost } from "#lib/posts/delete-post";
import { posts } from "#lib/posts/schema";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";
import { tablesWith } from "./fill-tables.ts";

const said = "fluffiest of hats";

test("a thank-you that never went out goes whole, with all that was tried", async () => {
  const { ctx, personId, postId } = await haveThanks();
  await schedule(ctx, postId);
  await ctx.transact(async (tx) => {
    const [planned] = await tx.select().from(deliveries);
    await tx.update(deliveries).set({ fence: 1, request: { text: said } });
    await tx.insert(attempts).values(anAttempt(ctx, planned!.id));
    await tx.insert(notifications).values(aNotification(ctx, postId));
  });
  expect(await erasePerson(ctx, { personId })).toMatchObject({ refusal: "thanks-planned" });
  expect(await unschedulePost(ctx, { postId })).toMatchObject({ ok: true });
  expect(await deletePost(ctx, { postId })).toMatchObject({ ok: true });
  expect(await tablesWith(ctx, [said])).toContain("events");

  expect(await erasePerson(ctx, { personId })).toMatchObject({ ok: true });
  expect(await tablesWith(ctx, [said])).toEqual([]);
  for (const table of [posts, deliveries, attempts, notifications])
    expect(await ctx.db.$count(table)).toBe(0);
});

test.each(["keep", "remove"] as const)(
  "of a thank-you that is out, older wordings go, and its own where asked (%s)",
  async (publishedPosts) => {
    const { ctx, personId, postId } = await haveThanks();
    await schedule(ctx, postId);
    await ctx.transact(async (tx) => {
      const [sent] = await tx.select().from(deliveries);
      const published = { state: "published" as const, publishedAt: ctx.clock.now() };
      await tx.update(deliveries).set({ ...published, request: { text: said } });
      await tx.insert(attempts).values(anAttempt(ctx, sent!.id));
      const detail = { postId, before: `${said}, typo included` };
      await tx.insert(events).values(anEvent(ctx, sent!.id, detail));
    });
    expect(await erasePerson(ctx, { personId, publishedPosts })).toMatchObject({ ok: true });
    const kept = ["deliveries", "posts"];
    expect(await tablesWith(ctx, [said])).toEqual(publishedPosts === "keep" ? kept : []);
    expect(await ctx.db.select().from(posts).where(eq(posts.id, postId))).toMatchObject([
      { shoutOutId: null },
    ]);
    const [edited] = await ctx.db.select().from(events).where(eq(events.type, "delivery.edited"));
    expect(edited?.detail).toEqual({ postId, before: "" });
    expect(await ctx.db.select().from(attempts)).toMatchObject([{ excerpt: null }]);
  },
);

test("what of a thank-you was refused elsewhere cannot be sent again without its words", async () => {
  const { ctx, personId, postId } = await haveThanks();
  await schedule(ctx, postId);
  const [sent] = await ctx.db.select().from(deliveries);
  const refused = ["failed", "stopped"] as const;
  const others = refused.map((state) => ({ ...sent!, id: ctx.newId(), accountId: state, state }));
  await ctx.transact(async (tx) => {
    const published = { state: "published" as const, publishedAt: ctx.clock.now() };
    await tx.update(deliveries).set(published);
    await tx.insert(deliveries).values(others);
  });
  expect(await erasePerson(ctx, { personId })).toMatchObject({ ok: true });
  const states = (await ctx.db.select().from(deliveries)).map(({ state }) => state);
  expect(states.toSorted()).toEqual(["cancelled", "cancelled", "published"]);
  const again = { deliveryId: others[0]!.id, answer: "send-again" } as const;
  expect(await resolveDelivery(ctx, again)).toMatchObject({ refusal: "nothing-to-answer" });
});

test("the history says what became of what is published", async () => {
  const { ctx, personId } = await haveThanks();
  await erasePerson(ctx, { personId, publishedPosts: "remove" });
  const [erased] = await ctx.db.select().from(events).where(eq(events.type, "person.erased"));
  expect(erased).toMatchObject({ subjectId: personId, detail: { publishedPosts: "remove" } });
});

/** Somebody whose words are quoted in a thank-you that is a draft. */
async function haveThanks() {
  fakeNetwork();
  const ctx = await haveWorkspace();
  const account = await haveAccount(ctx);
  const { personId, id: identityId } = await havePerson(ctx);
  const touchpoint = await haveTouchpoint(ctx, personId, { text: said });
  const shoutOutId = ctx.newId();
  await ctx.transact((tx) =>
    tx.insert(advocacy.shoutOuts).values({
      id: shoutOutId,
      workspaceId: ctx.workspaceId,
      personId,
      identityId,
      accountId: account.id,
      touchpointId: touchpoint.id,
      kind: "public-mention",
      status: "suggested",
      score: 1,
      raw: 1,
      utility: 1,
      lines: [],
      draft: { language: "en", text: `“The ${said}”: thank you` },
      needsCheck: "no",
      createdAt: ctx.clock.now(),
    }),
  );
  const accepted = await acceptShoutOut(ctx, { shoutOutId });
  if (!accepted.ok) throw new Error(accepted.refusal);
  const [post] = await ctx.db.select().from(posts);
  return { ctx, personId, postId: post!.id };
}

async function schedule(ctx: Context, postId: string): Promise<void> {
  const scheduled = await schedulePost(ctx, {
    postId,
    when: { kind: "wall-clock", at: "2026-03-05T09:00" },
  });
  if (!scheduled.ok) throw new Error(JSON.stringify(scheduled));
}

function anAttempt(ctx: Context, deliveryId: string) {
  return {
    id: ctx.newId(),
    workspaceId: ctx.workspaceId,
    deliveryId,
    at: ctx.clock.now(),
    phase: "person" as const,
    outcome: "edited",
    excerpt: said,
    decided: "published",
  };
}

function aNotification(ctx: Context, postId: string) {
  return {
    id: ctx.newId(),
    workspaceId: ctx.workspaceId,
    userId: ctx.actor.id,
    kind: "failed" as const,
    eventId: ctx.newId(),
    postId,
    createdAt: ctx.clock.now(),
    mailAttempts: 0,
  };
}

function anEvent(ctx: Context, subjectId: string, detail: Record<string, unknown>) {
  return {
    id: ctx.newId(),
    workspaceId: ctx.workspaceId,
    type: "delivery.edited",
    actorId: ctx.actor.id,
    subjectId,
    detail,
    at: ctx.clock.now(),
  };
}
