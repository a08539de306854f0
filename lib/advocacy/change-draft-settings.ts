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

/** How thank-yous are drafted from now on; what stands on the list is drafted anew, except what a person chose. */
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
 * A sentence keeps its key once: who copies one in a file gets a new one. One without a key that says the same as
 * one that is there is that one: it was sent again because no answer came.
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

/** The first that cannot be filled in, or would thank nobody; `number` counts from 1. */
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
