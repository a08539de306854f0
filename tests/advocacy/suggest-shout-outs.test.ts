import { expect, test } from "vitest";

import { acceptShoutOut } from "#lib/advocacy/accept-shout-out";
import { listRecognitions } from "#lib/advocacy/list-recognitions";
import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import { markThankedByHand } from "#lib/advocacy/mark-thanked-by-hand";
import { updateShoutOut } from "#lib/advocacy/repository";
import { skipShoutOut } from "#lib/advocacy/skip-shout-out";
import { suggestShoutOuts } from "#lib/advocacy/suggest-shout-outs";
import { runEventHandlers } from "#lib/event-handlers";
import { listHistory } from "#lib/events/repository";
import type { Context } from "#lib/kernel/context";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

test("a first good review is suggested once, with a draft that names the person", async () => {
  const { ctx, shoutOut } = await haveSuggestion();

  expect(shoutOut).toMatchObject({ status: "suggested", needsCheck: "no" });
  expect(shoutOut.draft.text).toContain("mara.example");
  const sum = shoutOut.lines.reduce((total, { points }) => total + points, 0);
  expect(sum).toBeCloseTo(shoutOut.raw, 9);

  await suggestShoutOuts(ctx);
  const { suggestions } = await listShoutOuts(ctx);
  expect(suggestions.map((one) => one.shoutOut.id)).toEqual([shoutOut.id]);
});

test("what is read first is what the check was about, also where a suggestion stands for long", async () => {
  const { ctx, shoutOut } = await haveSuggestion();
  await ctx.transact((tx) =>
    updateShoutOut(tx, ctx.workspaceId, shoutOut.id, { touchpointId: null }),
  );
  await suggestShoutOuts(ctx);
  const [first] = (await listShoutOuts(ctx)).suggestions;
  expect(first?.shoutOut.touchpointId).toBe(shoutOut.touchpointId);
});

test("accepting makes a draft of the advocacy stage and leaves its event; a second time is refused", async () => {
  const { ctx, shoutOut } = await haveSuggestion();

  const outcome = await acceptShoutOut(ctx, { shoutOutId: shoutOut.id });

  expect(outcome).toMatchObject({
    ok: true,
    value: { state: "draft", stageId: "stage-advocacy", shoutOutId: shoutOut.id },
  });
  expect(await eventTypes(ctx, shoutOut.id)).toContain("shout-out.accepted");
  expect(await acceptShoutOut(ctx, { shoutOutId: shoutOut.id })).toMatchObject({
    refusal: "already-decided",
  });
});

test("thanked privately is remembered, and rests for the shorter time", async () => {
  const { ctx, shoutOut } = await haveSuggestion();

  await markThankedByHand(ctx, { shoutOutId: shoutOut.id, isPrivate: true });

  expect(await eventTypes(ctx, shoutOut.id)).toContain("shout-out.done");
  const given = await listRecognitions(ctx, shoutOut.personId);
  expect(given).toMatchObject([{ kind: "private", shoutOutId: shoutOut.id }]);
  expect((await listShoutOuts(ctx)).heldBack).toMatchObject([{ reason: "thanked-recently" }]);
  ctx.clock.pass({ days: 8 });
  expect((await listShoutOuts(ctx)).heldBack).toEqual([]);
});

test("skipped with a reason stays away; never is remembered as a rule", async () => {
  const { ctx, shoutOut } = await haveSuggestion();

  expect(await skipShoutOut(ctx, { shoutOutId: shoutOut.id, reason: "never" })).toMatchObject({
    ok: true,
  });

  expect(await eventTypes(ctx, shoutOut.id)).toContain("shout-out.skipped");
  const { suggestions, heldBack } = await listShoutOuts(ctx);
  expect(suggestions).toEqual([]);
  expect(heldBack).toMatchObject([{ reason: "do-not-thank" }]);
});

test("thanked by hand rests for the cooldown", async () => {
  const { ctx, shoutOut } = await haveSuggestion();

  await markThankedByHand(ctx, { shoutOutId: shoutOut.id });
  await suggestShoutOuts(ctx);

  expect(await eventTypes(ctx, shoutOut.id)).toContain("shout-out.done");
  const { suggestions, heldBack, fairness } = await listShoutOuts(ctx);
  expect(suggestions).toEqual([]);
  expect(heldBack).toMatchObject([{ reason: "thanked-recently" }]);
  expect(fairness).toMatchObject({ thanked: 1, waiting: 0, mostOften: 1 });
});

test("viewers do not thank, and another workspace's suggestion does not exist here", async () => {
  const { ctx, shoutOut } = await haveSuggestion();
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
  const neighbour = await haveNeighbour(ctx);
  const input = { shoutOutId: shoutOut.id };

  await expect(acceptShoutOut(viewer, input)).rejects.toThrow("editor role");
  await expect(skipShoutOut(viewer, { ...input, reason: "other" })).rejects.toThrow("editor role");
  await expect(markThankedByHand(viewer, input)).rejects.toThrow("editor role");
  await expect(acceptShoutOut(neighbour, input)).rejects.toThrow("No shout-out");
  await expect(markThankedByHand(neighbour, input)).rejects.toThrow("No shout-out");
});

async function haveSuggestion() {
  const ctx = await haveWorkspace();
  fakeNetwork();
  await haveAccount(ctx);
  const { personId } = await havePerson(ctx);
  await haveTouchpoint(ctx, personId, { stars: 5 });
  await runEventHandlers(ctx);
  const { suggestions } = await listShoutOuts(ctx);
  const [first] = suggestions;
  if (!first) throw new Error("Nobody is suggested.");
  return { ctx, shoutOut: first.shoutOut };
}

async function eventTypes(ctx: Context, subjectId: string): Promise<string[]> {
  return (await listHistory(ctx.db, ctx.workspaceId, subjectId)).map(({ type }) => type);
}
