import type { Translate } from "../i18n/translator.ts";
import { readReason } from "../networks/contract/tool-rules.ts";
import type { Attempt, Delivery } from "./delivery.ts";
import { foldHistory, type FoldedAttempts } from "./fold-history.ts";
import { ownWords, plainAnswer } from "./plain-failure.ts";

/** One line of a delivery's history, in sentences; equal attempts in a row are one line. */
export interface ToldStep {
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

export interface Teller {
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
export function tellHistory(
  { history, createdAt, id }: Pick<Delivery, "createdAt" | "id"> & { history: readonly Attempt[] },
  teller: Teller,
): ToldStep[] {
  const made: ToldStep = {
    id: `${id}-made`,
    at: createdAt,
    until: createdAt,
    times: 1,
    happened: teller.tell("history.made"),
    cameBack: "",
    said: undefined,
    isEdit: false,
    address: undefined,
    decided: "",
    technical: [],
  };
  return [made, ...foldHistory(history).map((folded) => toldStep(folded, teller))];
}

function toldStep(folded: FoldedAttempts, teller: Teller): ToldStep {
  const { attempts } = folded;
  const [first] = attempts;
  const last = attempts.at(-1) ?? first;
  const isFound = isAddress(last.excerpt);
  return {
    id: first.id,
    at: first.at,
    until: last.at,
    times: attempts.length,
    happened: happenedOf(folded, last, teller),
    cameBack: cameBackOf(attempts, teller),
    said: saidOf(last),
    isEdit: last.outcome === "edited",
    address: isFound ? (last.excerpt ?? undefined) : undefined,
    decided: decidedOf(last, teller),
    technical: attempts.flatMap(technicalOf),
  };
}

/** Asking and sending have the same outcomes but are told differently. */
function happenedOf({ kind, attempts }: FoldedAttempts, last: Attempt, teller: Teller): string {
  const [first] = attempts;
  const once = spoken(teller, "history.steps", first.phase, kind);
  if (attempts.length === 1) return once;
  const [from, until] = teller.ends?.(first.at, last.at) ?? [
    teller.moment(first.at),
    teller.moment(last.at),
  ];
  const stretch = { count: attempts.length, from, until };
  const several = spoken(teller, "history.times", first.phase, kind, stretch);
  return several || [once, known(teller, "history.times.other", stretch)].join(" ");
}

/** Each different thing once. */
function cameBackOf(attempts: readonly Attempt[], teller: Teller): string {
  const silent = attempts.filter(({ phase }) => phase !== "person");
  const sentences = silent.map((attempt) => {
    const answer = plainAnswer(attempt);
    return answer ? known(teller, `history.cameBack.${answer}`) : ruleAgainst(attempt, teller);
  });
  return [...new Set(sentences)].filter(Boolean).join(" ");
}

/** The rule that kept it from a tool, where we knew of it ourselves. */
function ruleAgainst({ outcome, excerpt }: Attempt, teller: Teller): string {
  const rule = outcome === "by-hand" ? readReason(excerpt) : undefined;
  return rule ? known(teller, `delivery.byHand.${rule.code}`, { name: rule.name }) : "";
}

const isWorthQuoting = new Set(["refused", "duplicate", "by-hand", "out-of-credit", "reconnect"]);

function saidOf(attempt: Attempt): string | undefined {
  if (attempt.outcome === "edited") return attempt.excerpt ?? undefined;
  if (attempt.phase === "person" || !isWorthQuoting.has(attempt.outcome)) return undefined;
  if (readReason(attempt.excerpt)) return undefined;
  return ownWords(attempt);
}

function technicalOf({ at, outcome, httpStatus, excerpt, phase }: Attempt): ToldStep["technical"] {
  const isPlain =
    phase === "person" ||
    outcome === "edited" ||
    isAddress(excerpt) ||
    Boolean(readReason(excerpt));
  const status = httpStatus === null ? "" : `HTTP ${httpStatus}`;
  const words = [...new Set([status, isPlain ? "" : (excerpt ?? "")])].filter(Boolean).join(" · ");
  return words === "" ? [] : [{ at, words }];
}

function decidedOf({ at, outcome, decided, why, nextAt }: Attempt, teller: Teller): string {
  const state = nextAt ? `${decided}-at` : decided;
  const when = nextAt ? (teller.ends?.(at, nextAt)[1] ?? teller.moment(nextAt)) : "";
  const sentence = known(teller, `history.decided.${state}`, { when });
  const reason =
    why && why !== saidAlready[outcome] ? known(teller, `delivery.reasons.${why}`) : "";
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

function spoken(
  teller: Teller,
  where: string,
  phase: Attempt["phase"],
  kind: string,
  stretch: Stretch = {},
): string {
  const own = known(teller, `${where}.${phase}-${kind}`, stretch);
  return own || known(teller, `${where}.${kind}`, stretch);
}

type Stretch = Readonly<Record<string, string | number>>;

/** A text that is missing must not take the rest of the history away. */
function known({ tell, has, network }: Teller, key: string, values: Stretch = {}): string {
  return has(key) ? tell(key, { network, when: "", ...values }) : "";
}

function isAddress(excerpt: string | null): boolean {
  return excerpt !== null && (/^https?:\/\/\S+$/.test(excerpt) || /^\/\S+$/.test(excerpt));
}
