import { expect, test } from "vitest";

import { runEventHandlers } from "#lib/event-handlers";
import { listHistory } from "#lib/events/repository";
import { showPersonJourney } from "#lib/journey/show-person-journey";
import type { Context } from "#lib/kernel/context";
import { showPost } from "#lib/posts/show-post";
import { changeSilence } from "#lib/projector/change-silence";
import { changeStages } from "#lib/projector/change-stages";
import { previewStages } from "#lib/projector/preview-stages";
import { setStageByHand } from "#lib/projector/set-stage-by-hand";
import { changeWorkspace } from "#lib/workspaces/change-workspace";
import { listStages } from "#lib/workspaces/list-stages";
import { showWorkspace } from "#lib/workspaces/show-workspace";

import { haveWorkspace } from "../support/factories.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";
import { havePost } from "../support/have-post.ts";

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

async function previewOf(ctx: Context, choice: Parameters<typeof previewStages>[1]) {
  const preview = await previewStages(ctx, choice);
  if (!preview.ok) throw new Error(preview.refusal);
  return preview.value;
}

test("a preview tells what becomes of stages and how many people move, and changes nothing", async () => {
  const ctx = await haveWorkspace();
  await haveTwo(ctx);
  const preview = await previewOf(ctx, { template: "canonical" });
  // Who asked for the price stood in the purchase, and would stand in the decision.
  expect(preview).toMatchObject({ people: 2, looked: 2, moved: 1 });
  const { crosswalk } = await previewOf(ctx, { template: "retail" });
  expect(crosswalk.find(({ from }) => from.key === "advocacy")).toMatchObject({
    to: { key: "retention" },
    posts: 0,
  });
  expect((await previewOf(ctx, { template: "five-parts" })).moved).toBe(0);
  expect(await listStages(ctx)).toHaveLength(5);
});

test("other stages are taken, people are read anew, and back again all is as it was", async () => {
  const ctx = await haveWorkspace();
  const { asks, fan } = await haveTwo(ctx);
  const before = await listStages(ctx);

  await changeStages(ctx, { choice: { template: "retail" } });
  await runEventHandlers(ctx);
  expect(await stageOf(ctx, asks)).toBe("decision");
  expect(await stageOf(ctx, fan)).toBe("retention");
  const stages = await listStages(ctx);
  const kept = before.find(({ key }) => key === "purchase");
  expect(stages.find(({ key }) => key === "purchase")?.id).toBe(kept?.id);

  await changeStages(ctx, { choice: { template: "five-parts" } });
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
  await expect(changeStages(editor, { choice: { template: "aida" } })).rejects.toThrow(
    "manager role",
  );
});

test("stages of one's own: people, posts, the plan and choices by hand go along", async () => {
  const ctx = await haveWorkspace();
  const { asks, fan } = await haveTwo(ctx);
  const before = await listStages(ctx);
  const idOf = (key: string) => before.find((stage) => stage.key === key)?.id ?? "";
  await changeWorkspace(ctx, {
    settings: { plan: { consideration: 2, retention: 3, advocacy: 4 } },
  });
  const postId = await havePost(ctx, { stageId: idOf("retention"), accountIds: [] });
  await setStageByHand(ctx, { personId: asks, stageId: idOf("retention") });
  const stages = [
    { id: idOf("consideration"), name: "Curious", meaning: "consideration" as const },
    { name: "Wavering", meaning: "decision" as const },
    { id: idOf("purchase"), meaning: "purchase" as const },
    { id: idOf("advocacy"), name: "Friends", meaning: "advocacy" as const },
  ];
  const preview = await previewOf(ctx, { template: "own", stages });
  expect(preview.crosswalk.find(({ from }) => from.key === "retention")).toMatchObject({
    to: { name: "Friends" },
    posts: 1,
  });
  expect(preview.stages.map(({ stage, after }) => [stage.name ?? stage.key, after])).toEqual([
    ["Curious", 0],
    ["Wavering", 0],
    ["purchase", 0],
    ["Friends", 2],
  ]);
  await changeStages(ctx, { choice: { template: "own", stages } });
  await runEventHandlers(ctx);
  const friends = (await listStages(ctx)).find(({ name }) => name === "Friends");
  expect(friends?.id).toBe(idOf("advocacy"));
  expect((await showPersonJourney(ctx, asks)).belief?.primaryStageId).toBe(friends?.id);
  expect((await showPersonJourney(ctx, fan)).belief?.primaryStageId).toBe(friends?.id);
  expect((await showPost(ctx, postId)).stageId).toBe(friends?.id);
  const { settings, stageTemplate } = await showWorkspace(ctx);
  expect(stageTemplate).toBe("own");
  expect(settings.plan).toEqual({ consideration: 2, advocacy: 7 });
});

test("whoever chose stages from an older page is told, and nothing is written over", async () => {
  const ctx = await haveWorkspace();
  const { version } = await showWorkspace(ctx);
  await changeWorkspace(ctx, { version, name: "Another name" });
  const choice = { template: "retail" } as const;
  expect(await changeStages(ctx, { version, choice })).toMatchObject({ ok: true });
  const own = { template: "canonical" } as const;
  expect(await changeStages(ctx, { version, choice: own })).toMatchObject({
    ok: false,
    refusal: "changed-since",
    detail: { who: "you" },
  });
  expect((await showWorkspace(ctx)).stageTemplate).toBe("retail");
  expect(await changeSilence(ctx, { version, silenceDays: 60 })).toMatchObject({ ok: true });
  expect(await changeSilence(ctx, { version, quietBuyerDays: 40 })).toMatchObject({ ok: true });
  expect(await changeSilence(ctx, { version, silenceDays: 50 })).toMatchObject({
    refusal: "changed-since",
    detail: { "theirs.silenceDays": 60 },
  });
});

test("stages that are sent again because no answer came are the same stages", async () => {
  const ctx = await haveWorkspace();
  const { version } = await showWorkspace(ctx);
  const stages = [
    { name: "Curious", meaning: "consideration" },
    { name: "Wavering", meaning: "consideration" },
    { name: "", meaning: "purchase" },
  ] as const;
  const choice = { template: "own" as const, stages: [...stages] };
  expect(await changeStages(ctx, { version, choice })).toMatchObject({ ok: true });
  const saved = await listStages(ctx);
  expect(await changeStages(ctx, { version, choice })).toMatchObject({ ok: true });
  expect(await listStages(ctx)).toEqual(saved);
  // More was typed after that: what was new then keeps its posts.
  const renamed = choice.stages.map((stage) => ({ ...stage, name: stage.name || "Bought" }));
  expect(
    await changeStages(ctx, { version, choice: { ...choice, stages: renamed } }),
  ).toMatchObject({ refusal: "changed-since", detail: { who: "you" } });
  await changeStages(ctx, { choice: { ...choice, stages: renamed.toReversed() } });
  const ids = (await listStages(ctx)).map(({ id }) => id);
  expect(ids.toReversed().slice(0, 2)).toEqual(saved.map(({ id }) => id).slice(0, 2));
});
