import { plainTranslatorFor } from "../i18n/translator.ts";
import { cutText } from "../kernel/cut-text.ts";
import { sha256 } from "../kernel/sha256.ts";
import { countText, type Limits } from "../networks/contract/limits.ts";
import {
  defaultDraftSettings,
  tones,
  type DraftSettings,
  type OwnSentence,
  type Tone,
} from "../workspaces/draft-settings.ts";
import { fillSentence } from "./own-sentence.ts";
import type { Moment, ShoutOutDraft } from "./shout-out.ts";

export interface DraftInput {
  readonly kind: Moment["kind"] | "standing";
  readonly language: ShoutOutDraft["language"];
  /** In the network's own syntax, so that the network notifies the person. */
  readonly mention: string;
  /**
   * The person's words, if they may be quoted: praise that is sure or was read, in `language`. Null
   * otherwise.
   */
  readonly words: string | null;
  readonly stars: number | null;
  /** The text speaks to the person (a reply, a letter, a private message), not about them. */
  readonly isToThem?: boolean;
  readonly limits: Limits;
  /** The workspace's name. */
  readonly brand: string;
  /** Selects the tone when tones are mixed: the same person gets the same tone for the same act. */
  readonly seed: string;
}

/** One possible text. */
export interface Wording {
  /** A tone, or the key of one of the workspace's own sentences. */
  readonly key: string;
  readonly text: string;
}

const longestQuote = 70;
const shortQuote = 30;

/**
 * Returns a thank-you in the person's language that names the act. A person reads it before it is sent.
 * `wording` is the key that a person chose; if it is gone or does not fit, the usual choice applies.
 */
export function draftFor(
  input: DraftInput,
  settings: DraftSettings = defaultDraftSettings,
  wording?: string,
): ShoutOutDraft {
  const wordings = wordingsFor(input, settings);
  const chosen = wordings.find(({ key }) => key === wording);
  const tone = settings.tone === "mixed" ? toneFor(input) : settings.tone;
  const proposed = wordings.find(({ key }) => key === tone || !isTone(key));
  const { key, text } = chosen ?? proposed ?? { key: tone, text: inTone(input, tone) };
  return { language: input.language, text, wording: key, ...(chosen && { isChosen: true }) };
}

/** Returns every text that fits: the workspace's own sentences in order, then the tones. */
export function wordingsFor(input: DraftInput, settings = defaultDraftSettings): Wording[] {
  const own = settings.own.flatMap((sentence) => {
    const text = inOwnWords(input, sentence);
    return text === undefined ? [] : [{ key: sentence.key, text }];
  });
  return [...own, ...tones.map((tone) => ({ key: tone, text: inTone(input, tone) }))];
}

/**
 * Returns undefined if the sentence is for another act or language, or is too long even with a short quote.
 */
function inOwnWords(input: DraftInput, sentence: OwnSentence): string | undefined {
  const isForThis = sentence.kind === "any" || sentence.kind === input.kind;
  if (!isForThis || sentence.language !== input.language) return undefined;
  const act = plainTranslatorFor(input.language)(`drafts.acts.${input.kind}`);
  const { mention: name, brand } = input;
  return [longestQuote, shortQuote]
    .map((length) =>
      fillSentence(sentence, { name, act, brand, quote: quote(input.words, length) }),
    )
    .find((text) => text !== undefined && fits(input, text));
}

function inTone(input: DraftInput, tone: Tone): string {
  const quotes = [quote(input.words, longestQuote), quote(input.words, shortQuote)];
  return (
    quotes.map((words) => write(input, tone, words)).find((text) => fits(input, text)) ??
    write(input, tone, "")
  );
}

function fits({ limits }: DraftInput, text: string): boolean {
  return !countText(text, limits.text).isOver;
}

function isTone(key: string): boolean {
  return tones.some((tone) => tone === key);
}

function toneFor({ seed }: DraftInput): Tone {
  return tones[Number.parseInt(sha256(seed).slice(0, 6), 16) % tones.length] ?? "warm";
}

function write(input: DraftInput, tone: Tone, words: string): string {
  const translate = plainTranslatorFor(input.language);
  const toThem = `drafts.${input.kind}.toThem.${tone}`;
  const isOther = input.isToThem && translate.has(toThem);
  return translate(isOther ? toThem : `drafts.${input.kind}.${tone}`, {
    mention: input.mention,
    hasWords: words === "" ? "no" : "yes",
    words,
    stars: input.stars ?? 0,
  }).trim();
}

/**
 * Returns the beginning of the person's words, without mentions, links and tags. Empty if they are too short.
 */
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

/** Removes the full stop, because the sentence around the quote has one. An emoji after it stays. */
function withoutStop(words: string): string {
  return words
    .replace(/[^\p{L}\p{N}]+$/u, (tail) => tail.replace(/[.!?…]/g, "").replace(/\s+/g, " "))
    .trimEnd();
}
