import type { z } from "zod";

import type { Context } from "../kernel/context.ts";
import { refused, type Refused, type Result } from "../kernel/result.ts";
import type { DraftSettings, OwnSentence } from "../workspaces/draft-settings.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { saveDraftSettings } from "../workspaces/save-draft-settings.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { draftSettingsInput, type GivenSentence } from "./draft-settings-input.ts";
import { asksFor, placeholders, unknownPlaceholder } from "./own-sentence.ts";
import { suggestShoutOuts } from "./suggest-shout-outs.ts";

export type SentenceRefusal = "unknown-placeholder" | "names-nobody";

/**
 * Changes how thank-yous are drafted. Open suggestions get new drafts, except where a person chose the
 * wording.
 */
export async function changeDraftSettings(
  ctx: Context,
  input: z.input<typeof draftSettingsInput>,
): Promise<Result<DraftSettings, SentenceRefusal | "changed-since">> {
  requireRole(ctx, "manager");
  const { version, tone, own } = draftSettingsInput.parse(input);
  const wrong = refuseSentences(own);
  if (wrong) return wrong;
  const { settings } = await showWorkspace(ctx);
  const drafts = { tone, own: withKeys(own, settings.drafts?.own ?? [], ctx.newId) };
  const saved = await ctx.transact((tx) => saveDraftSettings(tx, ctx, version, drafts));
  if (saved.ok) await suggestShoutOuts(ctx);
  return saved;
}

/**
 * Gives every sentence a key of its own: a copied key becomes a new one. A sentence without a key keeps the
 * key of an equal one that exists, because it is probably a repeated request.
 */
function withKeys(
  own: readonly GivenSentence[],
  before: readonly OwnSentence[],
  newId: () => string,
): OwnSentence[] {
  const named = new Set(own.flatMap(({ key }) => key ?? []));
  const left = new Map(before.map((sentence) => [sentence.key, sentence]));
  return own.map(({ key, ...sentence }) => {
    const isThere = ({ kind, language, text }: OwnSentence) =>
      kind === sentence.kind && language === sentence.language && text === sentence.text;
    const same = [...left.values()].find((one) => !named.has(one.key) && isThere(one));
    const known = key === undefined ? same?.key : key;
    const isKept = known !== undefined && left.delete(known);
    return { key: isKept ? known : `own-${newId()}`, ...sentence };
  });
}

/**
 * Refuses the first sentence with an unknown placeholder or without the person's name. `number` is its place,
 * from 1.
 */
export function refuseSentences(
  own: readonly GivenSentence[],
): Refused<SentenceRefusal> | undefined {
  for (const [index, { text }] of own.entries()) {
    const number = index + 1;
    const placeholder = unknownPlaceholder(text);
    const known = placeholders.map((one) => `{${one}}`).join(", ");
    if (placeholder) return refused("unknown-placeholder", { number, placeholder, known });
    if (!asksFor("name", text)) return refused("names-nobody", { number });
  }
  return undefined;
}
