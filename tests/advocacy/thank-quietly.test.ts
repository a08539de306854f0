import { expect, test } from "vitest";

import { acceptShoutOut } from "#lib/advocacy/accept-shout-out";
import { addEvidence, type FanScore } from "#lib/advocacy/fan-score";
import { listRecognitions } from "#lib/advocacy/list-recognitions";
import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import { earnedFrom, progressAfter, noProgress } from "#lib/advocacy/recognition-progress";
import type { FanEvidence } from "#lib/advocacy/score";
import { thankQuietly } from "#lib/advocacy/thank-quietly";
import { runEventHandlers } from "#lib/event-handlers";
import { listHistory } from "#lib/events/repository";
import { rules } from "#lib/journey/rules";
import type { Context } from "#lib/kernel/context";
import { recordConsent } from "#lib/people/record-consent";
import { checkDerived } from "#lib/projector/check-derived";
import { changeWorkspace } from "#lib/workspaces/change-workspace";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

const review = { type: "review", stars: 5, text: "Lovely hat, thank you so much" } as const;

test("a shop without an account thanks with a card, and it counts", async () => {
  const { ctx, personId } = await haveCustomer();
  const before = await listShoutOuts(ctx);
  expect(before.suggestions).toEqual([]);
  expect(before.quiet).toMatchObject([
    { person: { id: personId }, moment: { kind: "first-review" } },
  ]);
  expect(before.quiet[0]?.draft.text).toContain("mara");
  expect(before.fairness).toMatchObject({ thanked: 0, waiting: 1 });

  expect(await thankQuietly(ctx, { personId, way: "card" })).toMatchObject({ ok: true });

  const after = await listShoutOuts(ctx);
  expect(after.quiet).toEqual([]);
  expect(after.heldBack).toMatchObject([{ reason: "thanked-recently" }]);
  expect(after.fairness).toMatchObject({ thanked: 1, waiting: 0 });
  expect(await listRecognitions(ctx, personId)).toMatchObject([{ kind: "card" }]);
  const told = await listHistory(ctx.db, ctx.workspaceId, personId);
  expect(told.map(({ type }) => type)).toContain("person.thanked");
});

test("an e-mail is sent to the address given, and noted once it is out", async () => {
  const { ctx, personId } = await haveCustomer();
  const sent: unknown[] = [];
  const mail = {
    publicUrl: "https://shop.example",
    send: async (letter: unknown) => void sent.push(letter),
  };
  const input = { personId, way: "e-mail", to: "mara@mail.example", text: "Thank you!" } as const;
  expect(await thankQuietly({ ...ctx, mail: undefined }, input)).toMatchObject({
    refusal: "no-mail-server",
  });
  const broken = { ...mail, send: async () => Promise.reject(new Error("552 full")) };
  expect(await thankQuietly({ ...ctx, mail: broken }, input)).toMatchObject({
    refusal: "thanks-not-sent",
    detail: { said: "552 full" },
  });
  expect(await listRecognitions(ctx, personId)).toEqual([]);

  expect(await thankQuietly({ ...ctx, mail }, input)).toMatchObject({ ok: true });
  expect(sent).toMatchObject([{ to: "mara@mail.example", text: "Thank you!", isPersonal: true }]);
  expect(await listRecognitions(ctx, personId)).toMatchObject([{ kind: "e-mail" }]);
});

test("of two same e-mails at once one goes out, whatever rest is set", async () => {
  for (const privateCooldownDays of [7, 0]) {
    const { ctx, personId } = await haveCustomer();
    await changeWorkspace(ctx, { settings: { privateCooldownDays } });
    const sent: unknown[] = [];
    const mail = {
      publicUrl: "https://shop.example",
      send: async (letter: unknown) => void sent.push(letter),
    };
    const input = { personId, way: "e-mail", to: "mara@mail.example", text: "Thank you!" } as const;
    const outcomes = await Promise.all([
      thankQuietly({ ...ctx, mail }, input),
      thankQuietly({ ...ctx, mail }, input),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(sent).toHaveLength(1);
    expect(await listRecognitions(ctx, personId)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      refusal: "held-back",
      detail: { reason: "thanked-recently" },
    });
  }
});

test("an e-mail that did not go out leaves everything as it was", async () => {
  const { ctx, personId } = await haveCustomer();
  const before = await listShoutOuts(ctx);
  const mail = { publicUrl: "", send: async () => Promise.reject(new Error("552 full")) };
  const input = { personId, way: "e-mail", to: "mara@mail.example", text: "Thank you!" } as const;
  await thankQuietly({ ...ctx, mail }, input);
  await runEventHandlers(ctx);
  expect(await listShoutOuts(ctx)).toEqual(before);
  expect(await checkDerived(ctx)).toMatchObject({ differences: [] });
  const told = await listHistory(ctx.db, ctx.workspaceId, personId);
  expect(told.map(({ type }) => type)).toEqual(
    expect.arrayContaining(["person.thanked", "person.thanks-withdrawn"]),
  );
});

test("a refusal to be named forbids no card; an open complaint does", async () => {
  const { ctx, personId } = await haveCustomer();
  await recordConsent(ctx, { personId, scope: "mention", state: "refused", evidence: "by mail" });
  expect(await thankQuietly(ctx, { personId, way: "letter" })).toMatchObject({ ok: true });
  ctx.clock.pass({ days: 20 });
  await haveTouchpoint(ctx, personId, { type: "complaint", text: "It came apart" });
  await runEventHandlers(ctx);
  expect(await thankQuietly(ctx, { personId, way: "letter" })).toMatchObject({
    refusal: "held-back",
    detail: { reason: "complaint-open" },
  });
});

test("viewers thank nobody, and another workspace's people do not exist here", async () => {
  const { ctx, personId } = await haveCustomer();
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
  const neighbour = await haveNeighbour(ctx);
  await expect(thankQuietly(viewer, { personId, way: "card" })).rejects.toThrow("editor role");
  await expect(thankQuietly(neighbour, { personId, way: "card" })).rejects.toThrow("No person");
});

test("orders are thanked for among two only", async () => {
  const ctx = await haveWorkspace();
  fakeNetwork();
  await haveAccount(ctx);
  const { personId } = await havePerson(ctx);
  for (const at of ["2026-02-01T10:00", "2026-02-20T10:00"])
    await haveTouchpoint(ctx, personId, { type: "order", text: "", at });
  await runEventHandlers(ctx);
  const [first] = (await listShoutOuts(ctx)).suggestions;
  expect(first).toMatchObject({
    moment: { kind: "repeat-purchase" },
    shoutOut: { kind: "private" },
  });
  expect(await acceptShoutOut(ctx, { shoutOutId: first?.shoutOut.id ?? "" })).toMatchObject({
    refusal: "only-privately",
  });
});

test("waiting counts from what earned it, and one review outranks twenty likes", () => {
  const on = (day: number) => ({
    at: new Date(Date.UTC(2026, 0, day)),
    localDay: `2026-01-${day}`,
  });
  const likes = Array.from({ length: 20 }, (_, day) => ({ rule: "like" as const, ...on(day + 1) }));
  const praise = { rule: "good-review" as const, ...on(25) };
  expect(earnedBy(likes)).toMatchObject({ since: on(6).at, rule: "like", weight: 0.5, acts: 20 });
  expect(earnedBy([...likes, praise])).toMatchObject({
    since: praise.at,
    rule: "good-review",
    acts: 1,
  });
  expect(earnedBy(likes.slice(0, 3))).toBeUndefined();
});

async function haveCustomer() {
  const ctx = await haveWorkspace();
  const { personId } = await havePerson(ctx, { network: "own-records" });
  await haveTouchpoint(ctx, personId, review);
  await runEventHandlers(ctx);
  return { ctx, personId };
}

function earnedBy(acts: readonly Pick<FanEvidence, "rule" | "at" | "localDay">[]) {
  let earning = noProgress;
  let score: FanScore = {};
  const rest = { touchpointId: "t", stageId: null, confidence: 1, uniqueness: 1 };
  for (const act of acts) {
    const { advocacyWeight } = rules[act.rule];
    earning = progressAfter(earning, { ...act, advocacyWeight, at: act.at.getTime() });
    score = addEvidence(score, { ...rest, ...act });
  }
  return earnedFrom(earning, score);
}
