import type { z } from "zod";

import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { refuseSentences, type SentenceRefusal } from "./change-draft-settings.ts";
import { draftSettingsInput, type GivenSentence } from "./draft-settings-input.ts";
import { wordingsFor } from "./draft.ts";
import { loadFanEvidence, type Fan, type LoadedFans } from "./load-fan-evidence.ts";
import { quotableWords } from "./needs-check.ts";
import { asksFor } from "./own-sentence.ts";
import { draftInputFor, languageOf, proposalFor } from "./propose.ts";
import type { Moment } from "./shout-out.ts";

/** One sentence, filled in for a real person. */
export interface SentencePreview {
  /** Undefined if there is no person to show it with. */
  readonly person: { readonly id: string; readonly name: string } | undefined;
  readonly language: GivenSentence["language"];
  /** Undefined without a person, or if the sentence needs a quote and there is none. */
  readonly text: string | undefined;
  /** The person did what the sentence is for, and has its language. */
  readonly isForThem: boolean;
}

/** Fills in each sentence for a real person who is not held back, if possible one whom the sentence fits. */
export async function previewSentences(
  ctx: Context,
  input: z.input<typeof draftSettingsInput>,
): Promise<Result<readonly SentencePreview[], SentenceRefusal>> {
  requireRole(ctx, "viewer");
  const { own } = draftSettingsInput.parse(input);
  const wrong = refuseSentences(own);
  if (wrong) return wrong;
  const loaded = await loadFanEvidence(ctx);
  const fans = loaded.fans
    .filter(({ held }) => held === undefined)
    .toSorted((a, b) => b.score.score - a.score.score)
    .slice(0, mostFans);
  return ok(own.map((sentence) => shownWith(ctx, sentence, fans, loaded)));
}

/** The people with the highest scores who are tried; enough to find one for each kind of act. */
const mostFans = 200;

function shownWith(
  ctx: Context,
  sentence: GivenSentence,
  fans: readonly Fan[],
  loaded: LoadedFans,
): SentencePreview {
  const [best] = fans
    .map((fan) => ({ fan, fit: fitOf(sentence, fan) }))
    .toSorted((a, b) => b.fit - a.fit);
  const isForThem = best?.fit === bestFit;
  const [proposal] = best
    ? proposalFor(best.fan, loaded, ctx.clock.now(), { isAskedFor: true })
    : [];
  const { language } = sentence;
  if (!best || !proposal) return { person: undefined, language, text: undefined, isForThem: false };
  const { fan } = best;
  const moment = fan.moments.find(({ kind }) => kind === sentence.kind);
  const act = fan.acts.findLast(({ id }) => id === moment?.touchpointId) ?? proposal.act;
  const addressed = { ...proposal, moment, act, kind: "public-mention" as const };
  const connector = ctx.networks.get(proposal.account.network);
  const drafted = draftInputFor(connector, addressed, loaded.workspace);
  const kind = sentence.kind === "any" ? drafted.kind : (sentence.kind as Moment["kind"]);
  const [wording] = wordingsFor(
    { ...drafted, kind, language, words: quotableWords(act, language) },
    { tone: "mixed", own: [{ ...sentence, key: previewKey }] },
  );
  const text = wording?.key === previewKey ? wording.text : undefined;
  return { person: { id: fan.person.id, name: fan.person.displayName }, language, text, isForThem };
}

const previewKey = "own-preview";
const bestFit = 7;

/** Rates how well a person fits a sentence: the act counts most, then the language, then words to quote. */
function fitOf({ kind, language, text }: GivenSentence, fan: Fan): number {
  const moment = fan.moments.find((one) => one.kind === kind);
  const act = fan.acts.findLast(({ id }) => id === moment?.touchpointId) ?? fan.acts.at(-1);
  const isKind = kind === "any" || (kind === "standing" ? fan.moments.length === 0 : moment);
  const hasQuote = !asksFor("quote", text) || quotableWords(act, language) !== null;
  return (isKind ? 4 : 0) + (languageOf(fan) === language ? 2 : 0) + (hasQuote ? 1 : 0);
}
