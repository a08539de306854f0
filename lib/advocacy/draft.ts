import { translatorFor } from "../i18n/translator.ts";
import { cutText } from "../kernel/cut-text.ts";
import { sha256 } from "../kernel/sha256.ts";
import { countText, type Limits } from "../networks/contract/limits.ts";
import type { Moment, ShoutOutDraft } from "./shout-out.ts";

export interface DraftInput {
  readonly kind: Moment["kind"] | "standing";
  readonly language: ShoutOutDraft["language"];
  /** In the network's own syntax, so that it notifies them. */
  readonly mention: string;
  /** What they wrote, if anything. */
  readonly words: string | null;
  readonly stars: number | null;
  /** How many kind acts there were. */
  readonly acts: number;
  readonly limits: Limits;
  /** The same person gets the same wording for the same act; others get another. */
  readonly seed: string;
}

const variants = 3;
const longestQuote = 70;

/** A thank-you in the person's language that names what they did. A human reads every one before it goes out. */
export function draftFor(input: DraftInput): ShoutOutDraft {
  const variant = 1 + (Number.parseInt(sha256(input.seed).slice(0, 6), 16) % variants);
  for (const words of [quote(input.words, longestQuote), quote(input.words, 30), ""]) {
    const text = write(input, variant, words);
    if (!countText(text, input.limits.text).isOver || words === "")
      return { language: input.language, text };
  }
  throw new Error("A draft without a quote is always written.");
}

function write(input: DraftInput, variant: number, words: string): string {
  const translate = translatorFor(input.language);
  return translate(`drafts.${input.kind}.${variant}`, {
    mention: input.mention,
    hasWords: words === "" ? "no" : "yes",
    words,
    stars: input.stars ?? 5,
    acts: input.acts,
  }).trim();
}

/** The first words of what they wrote, without mentions, links and tags. */
function quote(text: string | null, length: number): string {
  const plain = (text ?? "")
    .replace(/https?:\/\/\S+|[@#][\w.-]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (plain.length < 8) return "";
  if (plain.length <= length) return withoutStop(plain);
  const whole = cutText(plain, length).replace(/\s+\S*$/, "");
  return `${whole.replace(/[\s.,!?…]+$/, "")}…`;
}

/** The sentence around it ends by itself; a heart may come after their own full stop. */
function withoutStop(words: string): string {
  return words
    .replace(/[^\p{L}\p{N}]+$/u, (tail) => tail.replace(/[.!?…]/g, "").replace(/\s+/g, " "))
    .trimEnd();
}
