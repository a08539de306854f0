import { expect, test } from "vitest";

import { listCases } from "#lib/advocacy/list-cases";
import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import { listTouchpoints } from "#lib/engagement/list-touchpoints";
import { runEventHandlers } from "#lib/event-handlers";
import type { Context } from "#lib/kernel/context";
import { lockDerivation } from "#lib/projections/derivation";
import { closeCase } from "#lib/projector/close-case";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

test("a complaint stays open however old it gets, until somebody says how it ended", async () => {
  const { ctx, personId } = await haveComplaint();
  ctx.clock.pass({ days: 200 });
  expect(await listCases(ctx)).toMatchObject([{ person: { id: personId } }]);

  expect(await closeCase(ctx, { personId, reason: "replaced" })).toMatchObject({
    ok: true,
    value: { type: "complaint-resolved", note: "replaced" },
  });
  await runEventHandlers(ctx);

  expect(await listCases(ctx)).toEqual([]);
  expect(await listCases(ctx, personId)).toEqual([]);
  expect(await closeCase(ctx, { personId, reason: "solved" })).toMatchObject({
    refusal: "no-open-case",
  });
});

test("closing changes the reason that is told on the list", async () => {
  const { ctx, personId } = await haveComplaint();
  await haveTouchpoint(ctx, personId, { stars: 5, at: "2026-02-10T10:00" });
  await runEventHandlers(ctx);
  expect((await listShoutOuts(ctx)).heldBack).toMatchObject([{ reason: "complaint-open" }]);
  await closeCase(ctx, { personId, reason: "solved" });
  await runEventHandlers(ctx);
  const { heldBack } = await listShoutOuts(ctx);
  expect(heldBack).toMatchObject([{ reason: "complaint-closed-recently" }]);
});

test("of two who close a case at once, one does", async () => {
  const { ctx, personId } = await haveComplaint();
  const outcomes = await Promise.all([
    closeCase(ctx, { personId, reason: "solved" }),
    closeCase(ctx, { personId, reason: "replaced" }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: "no-open-case" });
  expect(await closings(ctx)).toHaveLength(1);
  // Another complaint is another case.
  ctx.clock.pass({ days: 2 });
  await haveTouchpoint(ctx, personId, { type: "complaint", text: "Again", at: "2026-03-02T10:00" });
  await runEventHandlers(ctx);
  expect(await closeCase(ctx, { personId, reason: "solved" })).toMatchObject({ ok: true });
  expect(await closings(ctx)).toHaveLength(2);
});

test("a case is closed also where the complaint came in by a clock that was ahead", async () => {
  const { ctx, personId } = await haveComplaint();
  ctx.clock.pass({ days: 100 });
  await haveTouchpoint(ctx, personId, { type: "complaint", text: "Again", at: "2026-06-01T10:00" });
  expect(await closeCase(ctx, { personId, reason: "solved" })).toMatchObject({ ok: true });
  ctx.clock.pass({ days: 5 });
  await haveTouchpoint(ctx, personId, { type: "complaint", text: "More", at: "2026-06-12T10:00" });
  await runEventHandlers(ctx);
  expect(await listCases(ctx)).toHaveLength(1);
  ctx.clock.pass({ days: -50 });
  expect(await closeCase(ctx, { personId, reason: "solved" })).toMatchObject({ ok: true });
  expect(await listCases(ctx)).toEqual([]);
});

test("closing waits for who derives, and is seen at once", async () => {
  const { ctx, personId } = await haveComplaint();
  const held = Promise.withResolvers<void>();
  const holding = ctx.transact(async (tx) => {
    await lockDerivation(tx, ctx);
    await held.promise;
  });
  const closing = closeCase(ctx, { personId, reason: "solved" });
  await new Promise((resolve) => setTimeout(resolve, 100));
  held.resolve();
  await holding;
  expect(await closing).toMatchObject({ ok: true });
  expect(await listCases(ctx)).toEqual([]);
});

test("viewers close nothing, and another workspace's people have no case here", async () => {
  const { ctx, personId } = await haveComplaint();
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
  await expect(closeCase(viewer, { personId, reason: "solved" })).rejects.toThrow("editor role");
  const neighbour = await haveNeighbour(ctx);
  expect(await closeCase(neighbour, { personId, reason: "solved" })).toMatchObject({
    refusal: "no-open-case",
  });
  expect(await listCases(neighbour)).toEqual([]);
});

async function closings(ctx: Context) {
  const { touchpoints } = await listTouchpoints(ctx);
  return touchpoints.filter(({ touchpoint: { type } }) => type === "complaint-resolved");
}

async function haveComplaint() {
  const ctx = await haveWorkspace();
  fakeNetwork();
  await haveAccount(ctx);
  const { personId } = await havePerson(ctx);
  await haveTouchpoint(ctx, personId, {
    type: "complaint",
    text: "The zip broke",
    at: "2026-02-01T10:00",
  });
  await runEventHandlers(ctx);
  return { ctx, personId };
}
