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
  /** What they wrote, where it may be quoted: praise that is sure or was read, in `language`. */
  readonly words: string | null;
  readonly stars: number | null;
  /** Left out, the seed chooses. */
  readonly tone?: Tone | undefined;
  /** It answers them in their own thread, so it speaks to them alone. */
  readonly isReply?: boolean;
  readonly limits: Limits;
  /** The same person gets the same wording for the same act; others get another. */
  readonly seed: string;
}

/** How a thank-you sounds; `plain` tells everybody what somebody did. */
export const tones = ["warm", "plain", "playful"] as const;
export type Tone = (typeof tones)[number];
const longestQuote = 70;

/** A thank-you in the person's language that names what they did. A human reads every one before it goes out. */
export function draftFor(input: DraftInput): ShoutOutDraft {
  const tone = input.tone ?? toneFor(input);
  for (const words of [quote(input.words, longestQuote), quote(input.words, 30), ""]) {
    const text = write(input, tone, words);
    if (!countText(text, input.limits.text).isOver || words === "")
      return { language: input.language, text };
  }
  throw new Error("A draft without a quote is always written.");
}

function toneFor({ seed, isReply }: DraftInput): Tone {
  const fitting = isReply ? tones.filter((tone) => tone !== "plain") : tones;
  return fitting[Number.parseInt(sha256(seed).slice(0, 6), 16) % fitting.length] ?? "warm";
}

function write(input: DraftInput, tone: Tone, words: string): string {
  const translate = translatorFor(input.language);
  return translate(`drafts.${input.kind}.${tone}`, {
    mention: input.mention,
    hasWords: words === "" ? "no" : "yes",
    words,
    stars: input.stars ?? 0,
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
