import { expect, test } from "vitest";

import { acceptShoutOut } from "#lib/advocacy/accept-shout-out";
import { countSuggested } from "#lib/advocacy/count-suggested";
import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import { runEventHandlers } from "#lib/event-handlers";
import type { Context } from "#lib/kernel/context";
import { changePerson } from "#lib/people/change-person";
import { recordConsent } from "#lib/people/record-consent";
import { confirmTouchpoint } from "#lib/projector/confirm-touchpoint";

import { runShoutloop } from "../cli/run-shoutloop.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

type Did = Parameters<typeof haveTouchpoint>[2];

test.each<[string, string, Did[]]>([
  [
    "five stars beside words that are none",
    "words-against-stars",
    [{ stars: 5, text: "Terrible. Itchy, full of holes. Never again" }],
  ],
  [
    "four stars beside Dutch words that are none",
    "words-against-stars",
    [{ stars: 4, text: "Vreselijk, na een week kapot en niemand reageert" }],
  ],
  [
    "a complaint of three months ago",
    "complaint-open",
    [
      { type: "complaint", text: "De rits is stuk", at: "2025-11-20T10:00" },
      { stars: 5, text: "Lovely hat, thank you" },
    ],
  ],
  [
    "a complaint closed eight days ago",
    "complaint-closed-recently",
    [
      { stars: 5, text: "Lovely hat, thank you", at: "2026-02-18T10:00" },
      { type: "complaint", text: "It came apart", at: "2026-02-19T10:00" },
      { type: "complaint-resolved", text: "", at: "2026-02-20T10:00" },
    ],
  ],
  ["a child", "minor", [{ stars: 5, text: "I'm 11 and I love your slime kits, thank you!" }]],
  [
    "a funeral",
    "grief",
    [{ stars: 5, text: "Prachtige bloemen op de begrafenis van mijn moeder, dank jullie wel" }],
  ],
  [
    "an illness",
    "illness",
    [{ stars: 5, text: "Your soup kept me going through chemo, thank you so much" }],
  ],
  [
    "an offer of their own",
    "seems-competitor",
    [{ type: "mention", text: "Great scarves! 20% cheaper at ours" }],
  ],
  [
    "after promotion",
    "seems-promotion",
    [{ type: "mention", text: "Amazing work, DM us to promote it" }],
  ],
])("%s: %s", async (_name, reason, did) => {
  const { ctx } = await haveFan(did);
  const { suggestions, heldBack } = await listShoutOuts(ctx);
  expect(suggestions).toEqual([]);
  expect(heldBack).toMatchObject([{ reason }]);
  expect(await countSuggested(ctx)).toBe(0);
});

test.each<[string, Did]>([
  ["a mention", { type: "mention", text: "Great, third broken scarf, thanks" }],
  ["a review", { stars: 4, text: "Great, third broken scarf, thanks" }],
  ["a Dutch review", { stars: 5, text: "Top hoor, na drie weken nog steeds niets" }],
  [
    "words in a language that nobody here reads",
    { type: "mention", text: "Très bel accueil, merci à vous" },
  ],
])("%s is read by a person first", async (_name, did) => {
  const { ctx } = await haveFan([did]);
  const { suggestions } = await listShoutOuts(ctx);
  expect(suggestions).toMatchObject([{ shoutOut: { needsCheck: "compliment" } }]);
  const [first] = suggestions;
  expect(await acceptShoutOut(ctx, { shoutOutId: first?.shoutOut.id ?? "" })).toMatchObject({
    refusal: "read-first",
  });
});

test.each([
  [
    "a role",
    "staff",
    (ctx: Context, personId: string) => changePerson(ctx, { personId, role: "staff" }),
  ],
  [
    "a wish",
    "do-not-thank",
    (ctx: Context, personId: string) => changePerson(ctx, { personId, doNotThank: true }),
  ],
  [
    "a refusal",
    "consent-refused",
    (ctx: Context, personId: string) =>
      recordConsent(ctx, { personId, scope: "mention", state: "refused", evidence: "by mail" }),
  ],
] as const)(
  "%s holds a suggestion at once, before anything is suggested anew",
  async (_name, reason, change) => {
    const { ctx, personId } = await haveFan([{ stars: 5, text: "Lovely hat, thank you" }]);
    const [suggestion] = (await listShoutOuts(ctx)).suggestions;
    await change(ctx, personId);
    const { suggestions, heldBack } = await listShoutOuts(ctx);
    expect([suggestions.length, heldBack.map((one) => one.reason)]).toEqual([0, [reason]]);
    expect(await countSuggested(ctx)).toBe(0);
    expect(await acceptShoutOut(ctx, { shoutOutId: suggestion?.shoutOut.id ?? "" })).toMatchObject({
      refusal: "held-back",
      detail: { reason },
    });
  },
);

test("words that somebody read and found no compliment are off the list at once", async () => {
  const { ctx } = await haveFan([{ type: "mention", text: "Great, third broken scarf, thanks" }]);
  const [suggestion] = (await listShoutOuts(ctx)).suggestions;
  const touchpointId = suggestion?.act?.id ?? "";
  await confirmTouchpoint(ctx, { touchpointId, verdict: "not-a-compliment" });
  expect((await listShoutOuts(ctx)).suggestions).toEqual([]);
  expect(await countSuggested(ctx)).toBe(0);
});

test("what somebody read is kept as a correction, and told from the command line", async () => {
  const { ctx } = await haveFan([{ type: "mention", text: "Great, third broken scarf, thanks" }]);
  const [suggestion] = (await listShoutOuts(ctx)).suggestions;
  const touchpointId = suggestion?.act?.id ?? "";
  await confirmTouchpoint(ctx, { touchpointId, verdict: "not-a-compliment" });
  const said = await runShoutloop(ctx, ["words", "--json"]);
  expect(said.json()).toMatchObject({
    own: {
      praise: { corrections: 1, positive: 0, isUsed: false },
      complaint: { corrections: 0, isUsed: false },
    },
    lines: { en: {}, nl: {} },
  });
});

/** Somebody whom we could answer, and all that they did. */
async function haveFan(did: readonly Did[]) {
  const ctx = await haveWorkspace();
  fakeNetwork();
  await haveAccount(ctx);
  const { personId } = await havePerson(ctx);
  for (const one of did) await haveTouchpoint(ctx, personId, one);
  await runEventHandlers(ctx);
  return { ctx, personId };
}
