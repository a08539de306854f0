import { gauss, pick, seeded, type Random } from "./random.ts";
import { touchOf, type Life, type Place, type Said } from "./world.ts";

/**
 * People without stages: each has an interest that wanders, a want that grows until something is
 * bought, and a warmth that the thing bought leaves behind. What they do each day follows from
 * those, and so does, afterwards, the name of the stage that somebody would give them. There is no
 * table of moves and no dwell time anywhere.
 */
export function wants(people: number, days: number, seed: number): Life[] {
  const random = seeded(seed);
  return Array.from({ length: people }, () => live(random, days));
}

interface Mind {
  interest: number;
  want: number;
  warmth: number;
  /** Days since they bought, as they know it. */
  since: number;
  /** Days in a row without care. */
  cold: number;
}

const seenPurchase = 0.6;
const strayADay = 0.012;

function live(random: Random, days: number): Life {
  const start = Math.floor(random() * days * 0.4);
  const temper = {
    base: gauss(random) * 0.45,
    talk: Math.exp(0.8 * gauss(random)),
    renews: 50 + random() * 160,
  };
  const mind: Mind = {
    interest: 0.9 + 0.4 * random(),
    want: random() * 0.5,
    warmth: 0,
    since: Infinity,
    cold: 0,
  };
  const places: { from: number; place: Place }[] = [];
  const log: Life["log"][number][] = [];
  for (let day = start; day < days; day += 1) {
    passDay(random, mind, temper);
    const isBuying = mind.want > 1 && mind.interest > 0.1 && random() < 0.2 * mind.want;
    const place = placeOf(mind, isBuying);
    if (places.at(-1)?.place !== place) places.push({ from: day, place });
    log.push(...saidOn(random, day, mind, temper.talk, isBuying));
    if (isBuying)
      Object.assign(mind, { want: -0.3, since: 0, warmth: 0.9 * random() + 0.35 * gauss(random) });
  }
  return { places, log };
}

function passDay(
  random: Random,
  mind: Mind,
  { base, renews }: { base: number; renews: number },
): void {
  mind.interest += 0.03 * (base - mind.interest) + 0.13 * gauss(random);
  if (random() < 0.004) mind.interest += 1.2;
  mind.want += (1.3 / renews) * (mind.interest > 0 ? 1 : 0.2) + 0.02 * gauss(random);
  if (random() < 0.006) mind.want += 0.5;
  mind.warmth *= 0.985;
  mind.since += 1;
  mind.cold = mind.interest < -0.35 ? mind.cold + 1 : 0;
}

function placeOf({ interest, want, warmth, since, cold }: Mind, isBuying: boolean): Place {
  const names: [Place, boolean][] = [
    ["away", cold > 12],
    [2, isBuying || since < 6 || (want > 1 && interest > 0.1)],
    [4, warmth > 0.45 && since < 140],
    [1, want > 0.62],
    [3, since < 170],
    [1, interest > 0.6 && want > 0.35],
  ];
  return names.find(([, holds]) => holds)?.[0] ?? 0;
}

function saidOn(random: Random, day: number, mind: Mind, talk: number, isBuying: boolean) {
  const { interest, want, warmth, since } = mind;
  const open = talk * Math.max(0, interest + 0.5);
  const chances: readonly (readonly [number, Said])[] = [
    [0.04 * open, { type: "like" }],
    [0.008 * open * Math.max(0, 1 - since / 30 || 1), { type: "follow" }],
    [0.09 * open * Math.max(0, want - 0.4), { type: "page-view" }],
    [0.06 * open * Math.max(0, want - 0.5), { type: "click" }],
    [0.05 * open * Math.max(0, want - 0.6), { type: "question" }],
    [0.1 * open * Math.max(0, want - 0.9), { type: "price-question" }],
    [0.08 * open * Math.max(0, want - 0.9), { type: "basket" }],
    [since < 60 ? 0.03 * open : 0, { type: "support-question" }],
    [warmth < -0.1 && since < 30 ? 0.06 : 0, { type: "complaint" }],
    [
      0.16 * open * Math.max(0, warmth - 0.3),
      { type: "mention", sentiment: "positive", confidence: 0.75 },
    ],
    [0.05 * open * Math.max(0, warmth - 0.4), { type: "review", stars: 5 }],
    [0.06 * open * Math.max(0, warmth - 0.4), { type: "user-content" }],
    [strayADay, strays[pick(random, [5, 2, 2, 1])]!],
  ];
  const touches = chances.flatMap(([chance, said]) =>
    random() < chance ? [touchOf(random, day + random(), said)] : [],
  );
  if (isBuying && random() < seenPurchase)
    touches.push(touchOf(random, day + random(), { type: "order" }));
  return touches.toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
}

const strays: readonly Said[] = [
  { type: "like" },
  { type: "click" },
  { type: "contest-entry", isContest: true },
  { type: "mention", sentiment: "positive", confidence: 0.6 },
];
