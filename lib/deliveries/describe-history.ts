import type { Translate } from "../i18n/translator.ts";
import { readReason } from "../networks/contract/tool-rules.ts";
import type { Attempt, Delivery } from "./delivery.ts";
import { foldHistory, type FoldedAttempts } from "./fold-history.ts";
import { ownWords, plainFailure } from "./plain-failure.ts";

/** One line of a delivery's history, in sentences; equal attempts in a row are one line. */
export interface HistoryLine {
  readonly id: string;
  readonly at: Date;
  /** When the last of them was, and how many they were. */
  readonly until: Date;
  readonly times: number;
  readonly happened: string;
  /** What came back in place of an answer, in plain words; may be empty. */
  readonly cameBack: string;
  /** The network's own words, or those that stood there before an edit. */
  readonly said: string | undefined;
  readonly isEdit: boolean;
  /** Where the post is. */
  readonly address: string | undefined;
  /** What was decided, and why where the first sentence does not say it already. */
  readonly decided: string;
  /** What came back as it came, for who wants it. */
  readonly technical: readonly { readonly at: Date; readonly words: string }[];
}

export interface HistoryWords {
  readonly tell: Translate;
  readonly has: (key: string) => boolean;
  /** Writes a time by the workspace's clock. */
  readonly moment: (at: Date) => string;
  /** Writes the two ends of a stretch of time; absent, as moments. */
  readonly ends?: (from: Date, until: Date) => readonly [string, string];
  /** The network's name as people write it. */
  readonly network: string;
}

/** Every attempt, oldest first: what happened, what came back, what was decided and why. */
export function describeHistory(
  { history, createdAt, id }: Pick<Delivery, "createdAt" | "id"> & { history: readonly Attempt[] },
  words: HistoryWords,
): HistoryLine[] {
  const made: HistoryLine = {
    id: `${id}-made`,
    at: createdAt,
    until: createdAt,
    times: 1,
    happened: words.tell("history.made"),
    cameBack: "",
    said: undefined,
    isEdit: false,
    address: undefined,
    decided: "",
    technical: [],
  };
  return [made, ...foldHistory(history).map((folded) => historyLine(folded, words))];
}

function historyLine(folded: FoldedAttempts, words: HistoryWords): HistoryLine {
  const { attempts } = folded;
  const [first] = attempts;
  const last = attempts.at(-1) ?? first;
  const isFound = isAddress(last.excerpt);
  return {
    id: first.id,
    at: first.at,
    until: last.at,
    times: attempts.length,
    happened: happenedOf(folded, last, words),
    cameBack: cameBackOf(attempts, words),
    said: saidOf(last),
    isEdit: last.outcome === "edited",
    address: isFound ? (last.excerpt ?? undefined) : undefined,
    decided: decidedOf(last, words),
    technical: attempts.flatMap(technicalOf),
  };
}

/** Asking and sending have the same outcomes but are told differently. */
function happenedOf(
  { kind, attempts }: FoldedAttempts,
  last: Attempt,
  words: HistoryWords,
): string {
  const [first] = attempts;
  const once =
    phraseOf(words, "history.steps", first.phase, kind) ||
    phrase(words, "history.steps.without-text");
  if (attempts.length === 1) return once;
  const [from, until] = words.ends?.(first.at, last.at) ?? [
    words.moment(first.at),
    words.moment(last.at),
  ];
  const stretch = { count: attempts.length, from, until };
  const several = phraseOf(words, "history.times", first.phase, kind, stretch);
  return several || [once, phrase(words, "history.times.other", stretch)].join(" ");
}

/** Each different thing once. */
function cameBackOf(attempts: readonly Attempt[], words: HistoryWords): string {
  const silent = attempts.filter(({ phase }) => phase !== "person");
  const sentences = silent.map((attempt) => {
    const answer = plainFailure(attempt);
    return answer ? phrase(words, `history.cameBack.${answer}`) : ruleAgainst(attempt, words);
  });
  return [...new Set(sentences)].filter(Boolean).join(" ");
}

/** The rule that kept it from a tool, where we knew of it ourselves. */
function ruleAgainst({ outcome, excerpt }: Attempt, words: HistoryWords): string {
  const rule = outcome === "by-hand" ? readReason(excerpt) : undefined;
  return rule ? phrase(words, `delivery.byHand.${rule.code}`, { name: rule.name }) : "";
}

const isWorthQuoting = new Set(["refused", "duplicate", "by-hand", "out-of-credit", "reconnect"]);

function saidOf(attempt: Attempt): string | undefined {
  if (attempt.outcome === "edited") return attempt.excerpt ?? undefined;
  if (attempt.phase === "person" || !isWorthQuoting.has(attempt.outcome)) return undefined;
  if (readReason(attempt.excerpt)) return undefined;
  return ownWords(attempt);
}

function technicalOf({
  at,
  outcome,
  httpStatus,
  excerpt,
  phase,
}: Attempt): HistoryLine["technical"] {
  const isPlain =
    phase === "person" ||
    outcome === "edited" ||
    isAddress(excerpt) ||
    Boolean(readReason(excerpt));
  const status = httpStatus === null ? "" : `HTTP ${httpStatus}`;
  const words = [...new Set([status, isPlain ? "" : (excerpt ?? "")])].filter(Boolean).join(" · ");
  return words === "" ? [] : [{ at, words }];
}

function decidedOf({ at, outcome, decided, why, nextAt }: Attempt, words: HistoryWords): string {
  const state = nextAt ? `${decided}-at` : decided;
  const when = nextAt ? (words.ends?.(at, nextAt)[1] ?? words.moment(nextAt)) : "";
  const sentence = phrase(words, `history.decided.${state}`, { when });
  const reason =
    why && why !== saidAlready[outcome] ? phrase(words, `delivery.reasons.${why}`) : "";
  return [sentence, reason].filter(Boolean).join(" ");
}

/** Reasons that would say once more what happened. */
const saidAlready: Readonly<Record<string, string>> = {
  late: "too-late",
  "lease-lost": "interrupted",
  "put-back": "interrupted",
  "not-sent": "unreachable",
  later: "network-limit",
  reconnect: "reconnect",
  "by-hand": "by-hand",
  "out-of-credit": "out-of-credit",
  "spent-out": "monthly-cap",
  stopped: "sending-stopped",
  unknown: "no-answer",
  "leave-out": "left-out",
  rewritten: "rewritten",
  "account-disconnected": "account-disconnected",
};

function phraseOf(
  words: HistoryWords,
  where: string,
  phase: Attempt["phase"],
  kind: string,
  stretch: Stretch = {},
): string {
  const own = phrase(words, `${where}.${phase}-${kind}`, stretch);
  return own || phrase(words, `${where}.${kind}`, stretch);
}

type Stretch = Readonly<Record<string, string | number>>;

/** A text that is missing must not take the rest of the history away. */
function phrase({ tell, has, network }: HistoryWords, key: string, values: Stretch = {}): string {
  return has(key) ? tell(key, { network, when: "", ...values }) : "";
}

function isAddress(excerpt: string | null): boolean {
  return excerpt !== null && (/^https?:\/\/\S+$/.test(excerpt) || /^\/\S+$/.test(excerpt));
}
