import type { OwnSentence } from "../workspaces/draft-settings.ts";
import { momentKinds } from "./moment-kinds.ts";

/** Placeholders in a workspace's own sentences. */
export const placeholders = ["name", "act", "quote", "brand"] as const;
type Placeholder = (typeof placeholders)[number];

/** What a sentence can be for. */
export const sentenceKinds = ["any", ...momentKinds, "standing"] as const;

/** Also matches other tools' placeholders, such as `{{name}}`, which are unknown here. */
const inBraces = /\{+[^{}]*\}+/g;

/** Returns the first unknown placeholder as it was typed: `{naam}`. */
export function unknownPlaceholder(text: string): string | undefined {
  return text.match(inBraces)?.find((typed) => placeholderOf(typed) === undefined);
}

export function asksFor(placeholder: Placeholder, text: string): boolean {
  return text.includes(`{${placeholder}}`);
}

/** Returns undefined if the sentence needs a quote and there is none. */
export function fillSentence(
  { text, language }: Pick<OwnSentence, "text" | "language">,
  values: Readonly<Record<Placeholder, string>>,
): string | undefined {
  if (values.quote === "" && asksFor("quote", text)) return undefined;
  // Replaces all in one pass, so that a name or quote that looks like a placeholder is kept.
  return text.replace(inBraces, (typed, at: number) => {
    const placeholder = placeholderOf(typed);
    if (placeholder === undefined) return typed;
    if (placeholder !== "quote" || openingMark.test(text.slice(0, at))) return values[placeholder];
    const [open, close] = language === "nl" ? "‘’" : "“”";
    return `${open}${values.quote}${close}`;
  });
}

/** A quotation mark before the placeholder: no marks are added then. */
const openingMark = /["'“‘„«‚]$/;

function placeholderOf(typed: string): Placeholder | undefined {
  return placeholders.find((one) => typed === `{${one}}`);
}
