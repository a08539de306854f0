import type { OwnSentence } from "../workspaces/draft-settings.ts";
import { momentKinds } from "./moment-kinds.ts";

/** What stands for something else in a workspace's own sentence. */
export const placeholders = ["name", "act", "quote", "brand"] as const;
type Placeholder = (typeof placeholders)[number];

/** What a sentence may be for. */
export const sentenceKinds = ["any", ...momentKinds, "standing"] as const;

/** Also what somebody took from other tools: `{{name}}` is none of ours. */
const inBraces = /\{+[^{}]*\}+/g;

/** The first that stands for nothing, as it was typed: `{naam}`. */
export function unknownPlaceholder(text: string): string | undefined {
  return text.match(inBraces)?.find((typed) => placeholderOf(typed) === undefined);
}

export function asksFor(placeholder: Placeholder, text: string): boolean {
  return text.includes(`{${placeholder}}`);
}

/** Undefined where it asks for their words and there are none to quote. */
export function fillSentence(
  { text, language }: Pick<OwnSentence, "text" | "language">,
  values: Readonly<Record<Placeholder, string>>,
): string | undefined {
  if (values.quote === "" && asksFor("quote", text)) return undefined;
  // One pass, so that a name or words that look like a placeholder stay as they are.
  return text.replace(inBraces, (typed, at: number) => {
    const placeholder = placeholderOf(typed);
    if (placeholder === undefined) return typed;
    if (placeholder !== "quote" || openingMark.test(text.slice(0, at))) return values[placeholder];
    const [open, close] = language === "nl" ? "‘’" : "“”";
    return `${open}${values.quote}${close}`;
  });
}

/** Whoever has typed marks of their own gets no second ones. */
const openingMark = /["'“‘„«‚]$/;

function placeholderOf(typed: string): Placeholder | undefined {
  return placeholders.find((one) => typed === `{${one}}`);
}
