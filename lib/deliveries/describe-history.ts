import type { Translate } from "../i18n/translator.ts";
import { readReason } from "../networks/contract/tool-rules.ts";
import type { Attempt, Delivery } from "./delivery.ts";
import { foldHistory, type FoldedAttempts } from "./fold-history.ts";
import { ownWords, plainFailure } from "./plain-failure.ts";

/** A readable line of a delivery's history; consecutive equal attempts are one line. */
export interface HistoryLine {
  readonly id: string;
  readonly at: Date;
  /** The time of the last folded attempt. `times` is their number. */
  readonly until: Date;
  readonly times: number;
  readonly happened: string;
  /** Plain description of a failure that replaced an answer; may be empty. */
  readonly cameBack: string;
  /** The network's own words; for an edit, the text before it. */
  readonly said: string | undefined;
  readonly isEdit: boolean;
  /** The post's URL. */
  readonly address: string | undefined;
  /** The decision, and its reason unless `happened` already gives it. */
  readonly decided: string;
  /** The raw answers, for readers who want the details. */
  readonly technical: readonly { readonly at: Date; readonly words: string }[];
}

export interface HistoryWords {
  readonly tell: Translate;
  readonly has: (key: string) => boolean;
  /** Formats a time in the workspace's time zone. */
  readonly moment: (at: Date) => string;
  /** Formats the start and the end of a period; if absent, `moment` formats both. */
  readonly ends?: (from: Date, until: Date) => readonly [string, string];
  /** The network's display name. */
  readonly network: string;
}

/** Describes every attempt, oldest first: what happened, the answer, the decision and its reason. */
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

/** Sending and reconciling share outcomes but have different texts, so the phase is looked up too. */
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

/** Returns each distinct description once. */
function cameBackOf(attempts: readonly Attempt[], words: HistoryWords): string {
  const silent = attempts.filter(({ phase }) => phase !== "person");
  const sentences = silent.map((attempt) => {
    const answer = plainFailure(attempt);
    return answer ? phrase(words, `history.cameBack.${answer}`) : ruleAgainst(attempt, words);
  });
  return [...new Set(sentences)].filter(Boolean).join(" ");
}

/**
 * Returns the rule that forbids tools to send the post; empty unless the product itself detected the rule.
 */
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

/** Reasons that repeat what the outcome already says. */
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

/** Returns an empty text for a missing message, so that the rest of the history still shows. */
function phrase({ tell, has, network }: HistoryWords, key: string, values: Stretch = {}): string {
  return has(key) ? tell(key, { network, when: "", ...values }) : "";
}

function isAddress(excerpt: string | null): boolean {
  return excerpt !== null && (/^https?:\/\/\S+$/.test(excerpt) || /^\/\S+$/.test(excerpt));
}
