import { expect, test } from "vitest";

import { listCases } from "#lib/advocacy/list-cases";
import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import { loadOwnReaders } from "#lib/engagement/load-own-reader";
import { runEventHandlers } from "#lib/event-handlers";
import { listHistory } from "#lib/events/repository";
import type { Context } from "#lib/kernel/context";
import { confirmTouchpoint } from "#lib/projector/confirm-touchpoint";

import { runShoutloop } from "../cli/run-shoutloop.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

type Did = Parameters<typeof haveTouchpoint>[2];

test.each<[string, Did]>([
  ["a mention", { type: "mention", text: "So this is what you call service" }],
  ["a question", { type: "question", text: "Is this how it is meant to look?" }],
  ["a picture", { type: "user-content", text: "Day two of it" }],
  ["a message", { type: "direct-message", text: "Which of the two did I get?" }],
  ["a good review", { type: "review", stars: 5, text: "Well well well" }],
])("%s that somebody calls a complaint opens a case, and closes it again", async (_what, did) => {
  const { ctx, personId, touchpointId } = await haveWords(did);
  expect(await listCases(ctx)).toEqual([]);

  await confirmTouchpoint(ctx, { touchpointId, verdict: "complaint" });
  expect(await listCases(ctx)).toMatchObject([{ person: { id: personId }, touchpointId }]);
  expect((await listShoutOuts(ctx)).suggestions).toEqual([]);
  const history = await listHistory(ctx.db, ctx.workspaceId, touchpointId);
  expect(history).toMatchObject([
    { type: "touchpoint.confirmed", detail: { verdict: "complaint" } },
  ]);

  await confirmTouchpoint(ctx, { touchpointId, verdict: "no-complaint" });
  expect(await listCases(ctx)).toEqual([]);
});

test.each<[string, Did]>([
  ["noted as one", { type: "complaint", text: "The zip broke" }],
  ["noted without words", { type: "complaint", text: undefined }],
  ["read out of the words", { type: "mention", text: "Terrible, broken after a day, I am angry" }],
  ["of one star", { type: "review", stars: 1, text: "Super, everything was just great" }],
])("a complaint %s that is none closes", async (_what, did) => {
  const { ctx, touchpointId } = await haveWords(did);
  expect(await listCases(ctx)).toHaveLength(1);
  await confirmTouchpoint(ctx, { touchpointId, verdict: "no-complaint" });
  expect(await listCases(ctx)).toEqual([]);
});

test("that words are no praise says nothing of whether they are a complaint", async () => {
  const said = { type: "mention", text: "Terrible, broken after a day, I am angry" } as const;
  const { ctx, touchpointId } = await haveWords(said);
  await confirmTouchpoint(ctx, { touchpointId, verdict: "not-a-compliment" });
  expect(await listCases(ctx)).toHaveLength(1);
});

test("of two complaints the other stays open", async () => {
  const { ctx, personId, touchpointId } = await haveWords({ type: "complaint", text: "Broken" });
  const at = "2026-02-21T10:00";
  const second = await haveTouchpoint(ctx, personId, { type: "complaint", text: "Late", at });
  await runEventHandlers(ctx);
  await confirmTouchpoint(ctx, { touchpointId, verdict: "no-complaint" });
  expect(await listCases(ctx)).toMatchObject([{ touchpointId: second.id }]);
});

test("complaints are learnt, each verdict for what it says, and words like them are read first", async () => {
  const { ctx } = await haveWords({ type: "review", stars: 5, text: "Lovely hat" });
  const { personId } = await havePerson(ctx, { name: "reader" });
  const judged = async (text: string, verdict: "complaint" | "no-complaint") => {
    const { id } = await haveTouchpoint(ctx, personId, { type: "mention", text });
    await confirmTouchpoint(ctx, { touchpointId: id, verdict });
  };
  for (let nr = 0; nr < 24; nr++) {
    await judged(`the flurb went wibble on us number ${nr}`, "complaint");
    await judged(`wearing it in town number ${nr}`, "no-complaint");
  }
  const { complaint, praise } = await loadOwnReaders(ctx);
  expect(complaint.measured).toMatchObject({ corrections: 48, positive: 24, isUsed: true });
  // "No complaint" teaches nothing of praise.
  expect(praise.measured).toMatchObject({ corrections: 24, positive: 0, isUsed: false });

  const { personId: fan } = await havePerson(ctx, { name: "fan" });
  await haveTouchpoint(ctx, fan, { type: "review", stars: 5, text: "the flurb went wibble on us" });
  await runEventHandlers(ctx);
  const { suggestions } = await listShoutOuts(ctx);
  const found = suggestions.find(({ person }) => person.id === fan);
  expect(found?.shoutOut.needsCheck).toBe("compliment");
}, 30_000);

test("what has no words is not judged; viewers judge nothing; nor does a neighbour", async () => {
  const { ctx, touchpointId } = await haveWords({ type: "like", text: undefined });
  const input = { touchpointId, verdict: "complaint" } as const;
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
  expect(await confirmTouchpoint(ctx, input)).toMatchObject({ refusal: "nothing-to-read" });
  await expect(confirmTouchpoint(viewer, input)).rejects.toThrow("editor role");
  const neighbour = await haveNeighbour(ctx);
  await expect(confirmTouchpoint(neighbour, input)).rejects.toThrow("No touchpoint");
});

test("the command line says what came of it", async () => {
  const { ctx, personId, touchpointId } = await haveWords({ type: "mention", text: "Well then" });
  const judge = ["touchpoint", "judge", touchpointId, "--as", "complaint", "--json"];
  const said = await runShoutloop(ctx, judge);
  expect(said.json()).toMatchObject({
    touchpointId,
    verdict: "complaint",
    personId,
    openCaseSince: expect.any(String),
  });
  const wrong = await runShoutloop(ctx, ["touchpoint", "judge", touchpointId, "--as", "angry"]);
  expect(wrong.code).not.toBe(0);
  expect(wrong.err).not.toBe("");
});

async function haveWords(did: Did) {
  const ctx = await haveWorkspace();
  fakeNetwork();
  await haveAccount(ctx);
  const { personId } = await havePerson(ctx);
  const { id: touchpointId } = await haveTouchpoint(ctx, personId, did);
  await runEventHandlers(ctx);
  return { ctx, personId, touchpointId };
}
