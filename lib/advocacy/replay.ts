import { chainsWithin, textDigestOf } from "../engagement/duplicate-text.ts";
import { readText } from "../engagement/text-signals/text-signals.ts";
import type { Classification } from "../journey/belief.ts";
import type { Move } from "../journey/move.ts";
import { byTime, newPerson, take, type LoggedTouchpoint } from "../journey/person-state.ts";
import { isSwitchedOff } from "../journey/rules.ts";
import { lapse } from "../journey/silence.ts";
import { stageEstimateOf, type StageEstimate } from "../journey/stage-estimate.ts";
import { localDay, localWeek } from "../kernel/local-time.ts";
import type { Person } from "../people/person.ts";
import { cautionsAfter, noCautions } from "./cautions.ts";
import { evidenceOf } from "./fan-state.ts";
import { newStory, tell } from "./moments.ts";
import {
  suggestionFor,
  type ReplayedMoment,
  type ReplayedSuggestion,
  type ReplaySetting,
} from "./replay-suggestion.ts";
import { kappaOf, linesOf, scoreOf, type FanEvidence, type Score } from "./score.ts";

/** One touchpoint as a line of the file. */
export interface ReplayLine extends Pick<
  LoggedTouchpoint,
  | "type"
  | "text"
  | "stars"
  | "channel"
  | "hasImage"
  | "isContest"
  | "isAnswerToThanks"
  | "isAnswerToOther"
> {
  /** Line number in the file, from 1. */
  readonly line: number;
  readonly person: string;
  readonly role: Person["role"] | undefined;
  readonly at: Date;
}

/** A touchpoint with its classification. */
export interface ReplayedTouchpoint {
  readonly touchpoint: LoggedTouchpoint;
  readonly classification: Classification;
}

export interface ReplayedPerson extends ReplayedSuggestion {
  readonly person: string;
  /** Undefined if the person did nothing by then. */
  readonly estimate: StageEstimate | undefined;
  readonly moves: readonly Move[];
  readonly score: Score;
  /** By touchpoint id, `line <number>`. */
  readonly touchpoints: ReadonlyMap<string, ReplayedTouchpoint>;
}

/**
 * Returns what the product would derive about these people if the lines were all they did. Nothing is stored.
 */
export function replay(lines: readonly ReplayLine[], setting: ReplaySetting): ReplayedPerson[] {
  const known = lines.filter(({ at }) => at <= setting.now);
  const chains = chainsWithin(
    known
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ text, person, at }) => ({ digest: textDigestOf(text), identityId: person, at })),
  );
  const people = new Map<string, ReplayLine[]>();
  for (const line of known) {
    const own = people.get(line.person);
    if (own) own.push(line);
    else people.set(line.person, [line]);
  }
  const read = [...people].map(([person, own]) => {
    const log = own.map((line) => touchpointOf(line, chains, setting.timeZone)).toSorted(byTime);
    const role = own.findLast((line) => line.role)?.role ?? "prospect";
    return { person, role, ...readPerson(log, setting) };
  });
  const kappa = kappaOf(read.map(({ evidence }) => rawOf(evidence, setting.now)));
  return read.map(({ person, role, evidence, moments, cautions, ...rest }) => {
    const score = scoreOf(evidence, { now: setting.now, kappa, role });
    const acts = evidence.flatMap(
      ({ touchpointId }) => rest.touchpoints.get(touchpointId)?.touchpoint ?? [],
    );
    const suggestion = suggestionFor({ role, score, moments, acts, cautions }, setting);
    return { ...rest, person, score, ...suggestion };
  });
}

function rawOf(evidence: readonly FanEvidence[], now: Date): number {
  return linesOf(evidence, now).reduce((sum, { points }) => sum + points, 0);
}

/** Derives one person's stage, moments, evidence and cautions from the log. */
function readPerson(log: readonly LoggedTouchpoint[], { model, now }: ReplaySetting) {
  let state = newPerson;
  let story = newStory;
  let cautions = noCautions;
  const moves: Move[] = [];
  const moments: ReplayedMoment[] = [];
  const evidence: FanEvidence[] = [];
  const touchpoints = new Map<string, ReplayedTouchpoint>();
  for (const touchpoint of log) {
    const { id, type, isContest, occurredAt: at } = touchpoint;
    const taken = take(model, state, touchpoint);
    const { classification } = taken;
    const rule = taken.usual;
    const isReturn = taken.moves.some(({ kind }) => kind === "re-enter");
    const told = tell(story, { id, type, rule, at, isContest, isReturn });
    state = taken.state;
    story = told.story;
    cautions = cautionsAfter(cautions, touchpoint, rule);
    moves.push(...taken.moves);
    const kinds = isSwitchedOff(model, rule) ? [] : told.kinds;
    for (const kind of kinds) moments.push({ kind, at, touchpointId: id });
    if (classification.advocacyWeight !== 0) evidence.push(evidenceOf(touchpoint, taken));
    touchpoints.set(id, { touchpoint, classification });
  }
  const last = state.filter && lapse(model, state.filter, now);
  moves.push(...(last?.moves ?? []));
  const estimate = last && stageEstimateOf(model, last.state);
  return { estimate, moves, moments, evidence, cautions, touchpoints };
}

function touchpointOf(
  line: ReplayLine,
  chains: ReadonlySet<string>,
  timeZone: string,
): LoggedTouchpoint {
  const { at, text } = line;
  const said = text ? saidIn(text) : silence;
  const digest = textDigestOf(text);
  const id = `line ${line.line}`;
  return {
    ...nothingMore,
    ...line,
    id,
    remoteId: String(line.line).padStart(12, "0"),
    textDigest: digest,
    occurredAt: at,
    localDay: localDay(at, timeZone),
    localWeek: localWeek(at, timeZone),
    recordedAt: at,
    ...said,
    isContest: line.isContest || said.isContest || chains.has(digest ?? ""),
  };
}

function saidIn(text: string) {
  const { language = null, sentiment, emotion, confidence, isContest } = readText(text);
  return { language, sentiment, emotion, confidence, isContest };
}

const silence = {
  language: null,
  sentiment: null,
  emotion: null,
  confidence: null,
  isContest: false,
} as const;

const nothingMore = {
  workspaceId: "",
  identityId: "",
  modality: "digital",
  direction: "in",
  accountId: null,
  deliveryId: null,
  postId: null,
  url: null,
  replyTarget: null,
  note: null,
  verdict: null,
  source: "csv",
  recordedBy: "",
} as const;
