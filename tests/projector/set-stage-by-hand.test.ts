import { expect, test } from "vitest";

import { runEventHandlers } from "#lib/event-handlers";
import { listHistory } from "#lib/events/repository";
import { showPersonJourney } from "#lib/journey/show-person-journey";
import type { Context } from "#lib/kernel/context";
import { deriveWorkspace } from "#lib/projector/derive-due";
import { markInactive } from "#lib/projector/mark-inactive";
import { startRebuild } from "#lib/projector/rebuild";
import { setStageByHand } from "#lib/projector/set-stage-by-hand";

import { haveWorkspace } from "../support/factories.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

const bought = { type: "order", channel: "shop", text: undefined, at: "2026-02-10T10:00" } as const;
const asked = {
  type: "question",
  channel: "shop",
  text: undefined,
  at: "2026-02-01T10:00",
} as const;

test("the journey is the same in whichever order touchpoints arrive, and when it is built anew", async () => {
  const ctx = await haveWorkspace();
  const early = await havePerson(ctx, { name: "early" });
  const late = await havePerson(ctx, { name: "late" });
  await haveTouchpoint(ctx, early.personId, asked);
  await runEventHandlers(ctx);
  await haveTouchpoint(ctx, early.personId, bought);
  await haveTouchpoint(ctx, late.personId, bought);
  await runEventHandlers(ctx);
  await haveTouchpoint(ctx, late.personId, asked);
  await runEventHandlers(ctx);

  const first = await read(ctx, early.personId);
  expect(first.moves).not.toEqual([]);
  expect(await read(ctx, late.personId)).toEqual(first);
  await rebuild(ctx);
  expect(await read(ctx, early.personId)).toEqual(first);
});

test("a choice by hand holds over a rebuild and leaves its event", async () => {
  const ctx = await haveWorkspace();
  const { personId } = await havePerson(ctx);
  await haveTouchpoint(ctx, personId, asked);
  await runEventHandlers(ctx);

  await setStageByHand(ctx, { personId, stageId: "stage-retention" });
  await rebuild(ctx);

  const { belief } = await showPersonJourney(ctx, personId);
  expect(belief?.primaryStageId).toBe("stage-retention");
  const history = await listHistory(ctx.db, ctx.workspaceId, personId);
  expect(history.map(({ type }) => type)).toContain("stage.set-by-hand");
});

test("whoever is silent for long counts as away", async () => {
  const ctx = await haveWorkspace();
  const { personId } = await havePerson(ctx);
  await haveTouchpoint(ctx, personId, asked);
  await runEventHandlers(ctx);
  ctx.clock.pass({ days: 400 });

  expect(await markInactive(ctx)).toBe(1);
  expect(await markInactive(ctx)).toBe(0);
  const { belief, moves } = await showPersonJourney(ctx, personId);
  expect(belief?.isAway).toBe(true);
  expect(moves.at(-1)?.kind).toBe("exit");
});

test("viewers choose no stage; unknown stages and other workspaces' people do not exist", async () => {
  const ctx = await haveWorkspace();
  const { personId } = await havePerson(ctx);
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
  const input = { personId, stageId: "stage-retention" };

  await expect(setStageByHand(viewer, input)).rejects.toThrow("editor role");
  await expect(setStageByHand(ctx, { personId, stageId: "other" })).rejects.toThrow("No stage");
  await expect(setStageByHand(ctx, { ...input, personId: "other" })).rejects.toThrow("No person");
});

async function rebuild(ctx: Context) {
  await startRebuild(ctx);
  await deriveWorkspace(ctx);
}

/** What the log says, without the ids of rows. */
async function read(ctx: Context, personId: string) {
  const { belief, moves } = await showPersonJourney(ctx, personId);
  return {
    probabilities: belief?.probabilities,
    moves: moves.map(({ kind, fromStageId, toStageId, at }) => ({
      kind,
      fromStageId,
      toStageId,
      at,
    })),
  };
}
