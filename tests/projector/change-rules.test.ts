import { expect, test } from "vitest";

import { loadFanEvidence } from "#lib/advocacy/load-fan-evidence";
import { runEventHandlers } from "#lib/event-handlers";
import { loadStageModel } from "#lib/journey/load-stage-model";
import { showPersonJourney } from "#lib/journey/show-person-journey";
import type { Context } from "#lib/kernel/context";
import { changeRule, changeRules } from "#lib/projector/change-rules";
import { checkDerived } from "#lib/projector/check-derived";
import { deriveBatch } from "#lib/projector/derive-batch";
import { deriveWorkspace } from "#lib/projector/derive-due";
import { previewRule, previewRules } from "#lib/projector/preview-rules";
import { continueRebuild } from "#lib/projector/rebuild";
import { viewRules } from "#lib/views/rules";

import { haveWorkspace } from "../support/factories.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

const loud = {
  stage: "advocacy",
  strength: "definitive",
  advocacyWeight: 8,
  halfLifeDays: 100,
} as const;
const wantsAFair = {
  ...loud,
  stage: "decision",
  name: "Asks about the fair",
  type: "any",
  condition: "words",
  value: "wool fair",
} as const;

async function haveThree(ctx: Context) {
  const ids: Record<string, string> = {};
  for (const [name, type, text] of [
    ["looks", "click", undefined],
    ["asks", "reply", "Will you be at the Wool Fair again?"],
    ["angry", "reply", "Never again. The wool fair scarf came broken, what a disaster."],
  ] as const) {
    const { personId } = await havePerson(ctx, { name });
    await haveTouchpoint(ctx, personId, { type, channel: "shop", text });
    ids[name] = personId;
  }
  await runEventHandlers(ctx);
  return ids as { looks: string; asks: string; angry: string };
}

async function standingOf(ctx: Context, personId: string) {
  const { stages, belief } = await showPersonJourney(ctx, personId);
  return [stages.find(({ id }) => id === belief?.primaryStageId)?.key, belief?.isDeciding];
}

test("a rule of one's own: told before, and then it holds, in the score, too", async () => {
  const ctx = await haveWorkspace();
  const { asks, angry } = await haveThree(ctx);
  const edit = { act: "set-own", rule: wantsAFair } as const;
  const preview = await previewRule(ctx, edit as Parameters<typeof previewRule>[1]);
  expect(preview).toMatchObject({
    ok: true,
    value: {
      touchpoints: 3,
      people: 3,
      looked: 3,
      moved: 1,
      moves: [{ to: { stage: { key: "purchase" }, side: "deciding" }, people: 1 }],
      examples: [{ personId: asks, name: "asks", because: { type: "reply" } }],
    },
  });
  expect((await viewRules(ctx)).own).toEqual([]);

  expect(await changeRule(ctx, { edit })).toMatchObject({ ok: true });
  await runEventHandlers(ctx);
  expect(await standingOf(ctx, asks)).toEqual(["purchase", true]);
  // What is a complaint stays one, whatever words are in it.
  expect((await standingOf(ctx, angry))[0]).toBe("retention");
  const { fans } = await loadFanEvidence(ctx);
  const lines = fans.find(({ person }) => person.id === asks)?.score.lines;
  expect(lines).toMatchObject([
    { name: "Asks about the fair", points: expect.closeTo(7.51, 1) as number },
  ]);
  expect((await checkDerived(ctx)).differences).toEqual([]);
});

test("a changed rule of the product reaches the score, and may be set back or switched off", async () => {
  const ctx = await haveWorkspace();
  const { looks } = await haveThree(ctx);
  const pointsOf = async () =>
    (await loadFanEvidence(ctx, looks)).fans.find(({ person }) => person.id === looks)?.score.raw;
  expect(await pointsOf()).toBeCloseTo(0.26, 1);
  await changeRule(ctx, { edit: { act: "set", key: "interest", rule: loud } });
  await runEventHandlers(ctx);
  expect(await pointsOf()).toBeCloseTo(7.51, 1);
  expect((await standingOf(ctx, looks))[0]).toBe("advocacy");

  await changeRule(ctx, { edit: { act: "switch", key: "interest", isOff: true } });
  await runEventHandlers(ctx);
  expect((await standingOf(ctx, looks))[0]).toBeUndefined();
  const shown = (await viewRules(ctx)).usual.find(({ key }) => key === "interest");
  expect(shown).toMatchObject({ isChanged: true, rule: { isOff: true, advocacyWeight: 8 } });

  await changeRule(ctx, { edit: { act: "remove", key: "interest" } });
  await runEventHandlers(ctx);
  expect(await pointsOf()).toBeCloseTo(0.26, 1);
  expect((await viewRules(ctx)).changed).toEqual({});
  expect((await checkDerived(ctx)).differences).toEqual([]);
});

test("the first of one's own rules that fits holds", async () => {
  const ctx = await haveWorkspace();
  const { asks } = await haveThree(ctx);
  await changeRules(ctx, {
    own: [
      wantsAFair,
      {
        ...wantsAFair,
        name: "All replies",
        type: "reply",
        condition: "always",
        stage: "awareness",
      },
    ],
  });
  const [first, second] = (await viewRules(ctx)).own;
  await runEventHandlers(ctx);
  expect(await standingOf(ctx, asks)).toEqual(["purchase", true]);
  await changeRule(ctx, { edit: { act: "move", key: second?.key ?? "", to: 0 } });
  await runEventHandlers(ctx);
  expect((await standingOf(ctx, asks))[0]).toBe("awareness");
  expect((await viewRules(ctx)).own.map(({ key }) => key)).toEqual([second?.key, first?.key]);
  await changeRule(ctx, { edit: { act: "remove", key: second?.key ?? "" } });
  await runEventHandlers(ctx);
  expect(await standingOf(ctx, asks)).toEqual(["purchase", true]);
});

test("of two people who change rules, each keeps theirs; of the same rule the second is asked", async () => {
  const ctx = await haveWorkspace();
  const { version } = await viewRules(ctx);
  const set = (key: string) => changeRule(ctx, { version, edit: { act: "set", key, rule: loud } });
  expect(await set("like")).toMatchObject({ ok: true });
  expect(await set("follow")).toMatchObject({ ok: true });
  expect(await set("like")).toMatchObject({ refusal: "changed-since", detail: { who: "you" } });
  const remove = { act: "remove", key: "like" } as const;
  expect(await changeRule(ctx, { version, edit: remove })).toMatchObject({ ok: false });
  expect(await changeRules(ctx, { version })).toMatchObject({ refusal: "changed-since" });
  expect(Object.keys((await viewRules(ctx)).changed)).toEqual(["like", "follow"]);
  expect(await changeRules(ctx, {})).toMatchObject({ ok: true });
  expect((await viewRules(ctx)).changed).toEqual({});
});

test("a rule that catches everything is shown with a warning", async () => {
  const ctx = await haveWorkspace();
  const { personId } = await havePerson(ctx, { name: "busy" });
  for (let n = 0; n < 25; n++)
    await haveTouchpoint(ctx, personId, { type: "click", channel: "shop", text: `${n}` });
  await runEventHandlers(ctx);
  const all = { ...wantsAFair, name: "All", condition: "always", value: "" } as const;
  const preview = await previewRules(ctx, { own: [all] });
  expect(preview).toMatchObject({
    value: {
      rules: [
        { name: "All", after: 25, isNearlyAll: true },
        { key: "interest", before: 25 },
      ],
    },
  });
});

test("who was about to derive by the rules of before does nothing by them", async () => {
  const ctx = await haveWorkspace();
  const { asks } = await haveThree(ctx);
  const before = await loadStageModel(ctx);
  await changeRule(ctx, { edit: { act: "set-own", rule: wantsAFair } });
  await continueRebuild(ctx, 100);
  expect(await deriveBatch(ctx, before, { touchpoints: 100 })).toMatchObject({ isStale: true });
  await deriveWorkspace(ctx);
  expect(await standingOf(ctx, asks)).toEqual(["purchase", true]);
  expect((await checkDerived(ctx)).differences).toEqual([]);
});

test("rules that are gone or too many are refused in words", async () => {
  const ctx = await haveWorkspace();
  const gone = { act: "set-own", key: "own-gone", rule: wantsAFair } as const;
  expect(await changeRule(ctx, { edit: gone })).toMatchObject({ refusal: "no-such-rule" });
  const never = { act: "switch", key: "constructor", isOff: true } as const;
  expect(await changeRule(ctx, { edit: never })).toMatchObject({ refusal: "no-such-rule" });
  expect(await changeRules(ctx, { changed: { nothing: loud } })).toMatchObject({
    refusal: "no-such-rule",
  });
  await changeRules(ctx, { own: Array.from({ length: 50 }, () => wantsAFair) });
  const one = { act: "set-own", rule: wantsAFair } as const;
  expect(await changeRule(ctx, { edit: one })).toMatchObject({ refusal: "too-many-rules" });
  const editor: Context = { ...ctx, actor: { id: "ed", role: "editor" } };
  await expect(changeRule(editor, { edit: one })).rejects.toThrow("manager role");
  await expect(changeRules(editor, {})).rejects.toThrow("manager role");
});
