import type { TouchpointType } from "#lib/engagement/touchpoint";
import type { LoggedTouchpoint } from "#lib/journey/person-state";

import { gauss, pick, seeded, type Random } from "./random.ts";
import { silent } from "./stages.ts";

/** Where somebody of the world really is: the index of a stage, or away. */
export type Place = number | "away";

export interface Life {
  /** From each instant on, in days; the first is their first day. */
  readonly places: readonly { readonly from: number; readonly place: Place }[];
  readonly log: readonly LoggedTouchpoint[];
}

export const startOfWorld = new Date("2025-01-01T00:00:00Z").getTime();
export const dayMs = 86_400_000;

/** Chances of the next place: awareness, consideration, purchase, retention, advocacy, away. The model has other ones. */
const next: readonly (readonly number[])[] = [
  [0, 0.5, 0.1, 0, 0.02, 0.38],
  [0.1, 0, 0.45, 0, 0.03, 0.42],
  [0, 0.1, 0, 0.6, 0.1, 0.2],
  [0, 0.2, 0.15, 0, 0.3, 0.35],
  [0, 0.1, 0.25, 0.4, 0, 0.25],
];
/** Where somebody comes back to, who never bought and who did. */
const back = [
  [0.4, 0.6, 0, 0, 0],
  [0, 0.35, 0.3, 0.25, 0.1],
];
const medianDays = [12, 15, 5, 45, 30];
const medianDaysAway = 150;
const touchesADay = [0.12, 0.25, 0.3, 0.09, 0.14];
const strayTouch = 0.2;

export type Said = Partial<LoggedTouchpoint> & { type: TouchpointType };
/** What people do in passing, wherever they are. Nobody buys or refers a friend by mistake. */
const strays: [number, Said][] = [
  [0.5, { type: "like" }],
  [0.25, { type: "click" }],
  [0.1, { type: "save" }],
  [0.05, { type: "follow" }],
  [0.05, { type: "question" }],
  [0.05, { type: "mention", sentiment: "positive", confidence: 0.8 }],
];
const says: readonly (readonly [number, Said][])[] = [
  [
    [0.5, { type: "like" }],
    [0.2, { type: "follow" }],
    [0.3, { type: "ad-click" }],
  ],
  [
    [0.4, { type: "click" }],
    [0.2, { type: "question" }],
    [0.2, { type: "save" }],
    [0.2, { type: "like" }],
  ],
  [
    [0.45, { type: "order" }],
    [0.25, { type: "price-question" }],
    [0.2, { type: "basket" }],
    [0.1, { type: "click" }],
  ],
  [
    [0.5, { type: "like" }],
    [0.35, { type: "support-question" }],
    [0.15, { type: "click" }],
  ],
  [
    [0.4, { type: "mention", sentiment: "positive", confidence: 0.8 }],
    [0.2, { type: "review", stars: 5 }],
    [0.1, { type: "user-content" }],
    [0.05, { type: "referral" }],
    [0.25, { type: "like" }],
  ],
];

/** People who live by a table and by dwell times that the model does not know, and sometimes do what does not fit. */
export function world(people: number, days: number, seed: number): Life[] {
  const random = seeded(seed);
  return Array.from({ length: people }, () => live(random, days));
}

function live(random: Random, days: number): Life {
  const places: { from: number; place: Place }[] = [];
  const log: LoggedTouchpoint[] = [];
  let hasBought = false;
  let from = random() * 60;
  let place: Place = pick(random, [0.75, 0.2, 0.05, 0, 0]);
  while (from < days) {
    places.push({ from, place });
    const until = Math.min(days, from + dwell(random, place));
    if (place !== "away") log.push(...touchesIn(random, place, from, until));
    if (place === 2) hasBought = true;
    from = until;
    place = nextPlace(random, place, hasBought);
  }
  return { places, log };
}

function nextPlace(random: Random, place: Place, hasBought: boolean): Place {
  if (place === "away") return pick(random, back[hasBought ? 1 : 0] ?? []);
  const to = pick(random, next[place] ?? []);
  return to === 5 ? "away" : to;
}

/** Log-normal: long tails, where the model thinks of a constant rate. */
function dwell(random: Random, place: Place): number {
  const median = place === "away" ? medianDaysAway : (medianDays[place] ?? 0);
  return median * Math.exp(0.6 * gauss(random));
}

/** Something at once, since nobody knows of a change that leaves no sign; then as it comes. */
function touchesIn(random: Random, place: number, from: number, until: number) {
  const touches: LoggedTouchpoint[] = [];
  const rate = touchesADay[place] ?? 0;
  let at = from + random();
  while (at < until) {
    const said = (random() < strayTouch ? strays : says[place]) ?? [];
    const one =
      said[
        pick(
          random,
          said.map(([share]) => share),
        )
      ]?.[1];
    if (one) touches.push(touchOf(random, at, one));
    at += -Math.log(1 - random()) / rate;
  }
  return touches;
}

export function touchOf(random: Random, day: number, said: Said): LoggedTouchpoint {
  const occurredAt = new Date(startOfWorld + day * dayMs);
  const id = `touch-${Math.floor(random() * 1e12)}`;
  const localDay = occurredAt.toISOString().slice(0, 10);
  return { ...silent, ...said, id, remoteId: id, occurredAt, localDay } as LoggedTouchpoint;
}
