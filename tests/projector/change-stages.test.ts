import { expect, test } from "vitest";

import { runEventHandlers } from "#lib/event-handlers";
import { listHistory } from "#lib/events/repository";
import { showPersonJourney } from "#lib/journey/show-person-journey";
import type { Context } from "#lib/kernel/context";
import { changeSilence } from "#lib/projector/change-silence";
import { changeStages } from "#lib/projector/change-stages";
import { previewStages } from "#lib/projector/preview-stages";
import { listStages } from "#lib/workspaces/list-stages";

import { haveWorkspace } from "../support/factories.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

const asked = { type: "price-question", channel: "shop", text: undefined } as const;
const praised = { type: "user-content", channel: "shop", text: undefined } as const;

async function haveTwo(ctx: Context) {
  const asks = await havePerson(ctx, { name: "asks" });
  const fan = await havePerson(ctx, { name: "fan" });
  await haveTouchpoint(ctx, asks.personId, asked);
  await haveTouchpoint(ctx, fan.personId, praised);
  await runEventHandlers(ctx);
  return { asks: asks.personId, fan: fan.personId };
}

async function stageOf(ctx: Context, personId: string) {
  const { stages, belief } = await showPersonJourney(ctx, personId);
  return stages.find(({ id }) => id === belief?.primaryStageId)?.key;
}

test("a preview tells what becomes of stages and how many people move, and changes nothing", async () => {
  const ctx = await haveWorkspace();
  await haveTwo(ctx);
  const preview = await previewStages(ctx, { template: "canonical" });
  // Who asked for the price stood in the purchase, and would stand in the decision.
  expect(preview).toMatchObject({ people: 2, looked: 2, moved: 1 });
  expect((await previewStages(ctx, { template: "retail" })).crosswalk).toContainEqual({
    from: "advocacy",
    to: "retention",
  });
  expect((await previewStages(ctx, { template: "five-parts" })).moved).toBe(0);
  expect(await listStages(ctx)).toHaveLength(5);
});

test("other stages are taken, people are read anew, and back again all is as it was", async () => {
  const ctx = await haveWorkspace();
  const { asks, fan } = await haveTwo(ctx);
  const before = await listStages(ctx);

  await changeStages(ctx, { template: "retail" });
  await runEventHandlers(ctx);
  expect(await stageOf(ctx, asks)).toBe("decision");
  expect(await stageOf(ctx, fan)).toBe("retention");
  const stages = await listStages(ctx);
  const kept = before.find(({ key }) => key === "purchase");
  expect(stages.find(({ key }) => key === "purchase")?.id).toBe(kept?.id);

  await changeStages(ctx, { template: "five-parts" });
  await runEventHandlers(ctx);
  expect(await stageOf(ctx, asks)).toBe("purchase");
  expect(await stageOf(ctx, fan)).toBe("advocacy");
  const history = await listHistory(ctx.db, ctx.workspaceId, ctx.workspaceId);
  expect(history.map(({ type }) => type)).toContain("workspace.changed");
});

test("how long a silence is, is the workspace's own", async () => {
  const ctx = await haveWorkspace();
  const { asks } = await haveTwo(ctx);
  const lapse = async () => (await showPersonJourney(ctx, asks)).belief?.lapsesAt.getTime() ?? 0;
  const before = await lapse();
  await changeSilence(ctx, { silenceDays: 60 });
  await runEventHandlers(ctx);
  expect(before - (await lapse())).toBe(30 * 86_400_000);
});

test("editors choose no stages", async () => {
  const ctx = await haveWorkspace();
  const editor: Context = { ...ctx, actor: { id: "ed", role: "editor" } };
  await expect(changeStages(editor, { template: "aida" })).rejects.toThrow("manager role");
});
