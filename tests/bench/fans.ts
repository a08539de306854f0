import { existsSync, readFileSync } from "node:fs";

import { linesOf, type FanEvidence } from "#lib/advocacy/score";

/** Dated acts of people over ten years: the public history of a project, without names. Lies beside the checkout or nowhere. */
const file = new URL("../../../shared/data/fan-events.csv", import.meta.url);
const dayMs = 86_400_000;
const cutEveryDays = 45;
const firstCutDays = 365;
const aheadDays = 90;

type Log = ReadonlyMap<string, readonly number[]>;
type Scheme = (acts: readonly number[], cut: number) => number;

/**
 * Who will still be there? At a cut every 45 days after the first year people are ranked by what
 * they did until then; right are those who do something in the next 90 days.
 */
export function bench(): Promise<object[]> {
  if (!existsSync(file)) {
    console.log("Skipped: the list of dated acts (shared/data/fan-events.csv) is not here.");
    return Promise.resolve([]);
  }
  const log = readLog();
  const cuts = cutsOf(log);
  return Promise.resolve(Object.entries(schemes).map(([name, of]) => judge(name, of, log, cuts)));
}

const schemes: Record<string, Scheme> = {
  "advocacy score": (acts, cut) =>
    linesOf(acts.map(evidenceOf), new Date(cut)).reduce((sum, { points }) => sum + points, 0),
  "lifetime count": (acts) => acts.length,
  "30-day window": (acts, cut) => acts.filter((at) => at > cut - 30 * dayMs).length,
};

function judge(name: string, scheme: Scheme, log: Log, cuts: readonly number[]): object {
  const rankings = cuts.map((cut) => rank(scheme, log, cut)).filter((acts) => acts.some(Boolean));
  const first = (acts: readonly number[]) =>
    mean(acts.slice(0, 10).map((count) => Number(count > 0)));
  const best = (acts: readonly number[]) => acts.toSorted((a, b) => b - a);
  return {
    scheme: name,
    cuts: rankings.length,
    "P@10": rounded(mean(rankings.map(first))),
    "NDCG@20": rounded(mean(rankings.map((acts) => gain(acts) / gain(best(acts))))),
  };
}

/** How much each did in the time ahead, best first as the scheme sees it at the cut. */
function rank(scheme: Scheme, log: Log, cut: number): number[] {
  const until = cut + aheadDays * dayMs;
  return [...log]
    .flatMap(([person, acts]) => {
      const before = acts.filter((at) => at <= cut);
      if (before.length === 0) return [];
      const ahead = acts.filter((at) => at > cut && at <= until).length;
      return [{ person, ahead, worth: scheme(before, cut) }];
    })
    .toSorted((a, b) => b.worth - a.worth || (a.person < b.person ? -1 : 1))
    .map(({ ahead }) => ahead);
}

/** The tenth act of somebody adds less than the first. */
function gain(acts: readonly number[]): number {
  return acts
    .slice(0, 20)
    .reduce((sum, count, place) => sum + Math.log2(1 + count) / Math.log2(place + 2), 0);
}

/** Every act counts alike, as a kind word that nobody doubts. */
function evidenceOf(at: number): FanEvidence {
  return {
    touchpointId: String(at),
    rule: "positive-mention",
    stageId: null,
    at: new Date(at),
    localDay: new Date(at).toISOString().slice(0, 10),
    confidence: 1,
    uniqueness: 1,
  };
}

function readLog(): Log {
  const log = new Map<string, number[]>();
  for (const line of readFileSync(file, "utf8").trim().split("\n").slice(1)) {
    const [person = "", seconds = ""] = line.split(",");
    const acts = log.get(person) ?? [];
    acts.push(Number(seconds) * 1000);
    log.set(person, acts);
  }
  return log;
}

function cutsOf(log: Log): number[] {
  const acts = [...log.values()].flat();
  const first = acts.reduce((a, b) => Math.min(a, b));
  const last = acts.reduce((a, b) => Math.max(a, b));
  const cuts: number[] = [];
  const end = last - aheadDays * dayMs;
  for (let cut = first + firstCutDays * dayMs; cut <= end; cut += cutEveryDays * dayMs)
    cuts.push(cut);
  return cuts;
}

function mean(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0) / Math.max(1, values.length);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
