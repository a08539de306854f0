import type { TouchpointType } from "#lib/engagement/touchpoint";

import { gauss, pick, seeded, type Random } from "./random.ts";
import { touchOf, type Life, type Place, type Said } from "./world.ts";

/**
 * A crowd of unlike people: many say next to nothing, some talk all day, a few are machines. Half of
 * what is bought nobody sees, half of what is done comes in bursts on campaign days, when also those
 * like a post or enter a contest who have long gone. How long anybody stays is Weibull-shaped.
 */
export function crowd(people: number, days: number, seed: number): Life[] {
  const random = seeded(seed);
  return Array.from({ length: people }, () => live(random, days));
}

interface Nature {
  readonly share: number;
  /** How much they say, beside the usual. */
  readonly voice: number;
  /** How long they stay, beside the usual. */
  readonly patience: number;
  /** How fond of buying, praising, leaving. */
  readonly buys: number;
  readonly praises: number;
  readonly leaves: number;
}

const natures: readonly Nature[] = [
  { share: 0.34, voice: 0.3, patience: 1.2, buys: 1, praises: 0.4, leaves: 1 },
  { share: 0.36, voice: 1, patience: 1, buys: 1, praises: 1, leaves: 1 },
  { share: 0.14, voice: 2.4, patience: 1.4, buys: 1.2, praises: 2.2, leaves: 0.6 },
  { share: 0.13, voice: 1.1, patience: 0.6, buys: 1.6, praises: 0.3, leaves: 1.8 },
];
const botShare = 0.03;
const campaignEvery = 47;
const campaignReach = 0.22;
const seenPurchase = 0.5;
const gone = 5;
/** Scale and shape of the stay in each place, in days. */
const stays: readonly (readonly [number, number])[] = [
  [34, 0.9],
  [19, 1.4],
  [8, 2.2],
  [70, 1.2],
  [48, 1.5],
  [170, 0.8],
];
const voices = [0.09, 0.2, 0.35, 0.08, 0.17, 0.003];
const strayShare = 0.27;

const words: readonly (readonly (readonly [number, Said])[])[] = [
  [
    [5, { type: "like" }],
    [2, { type: "follow" }],
    [1, { type: "repost" }],
    [1, { type: "ad-click" }],
  ],
  [
    [3, { type: "click" }],
    [3, { type: "page-view" }],
    [2, { type: "question" }],
    [1, { type: "save" }],
    [3, { type: "like" }],
  ],
  [
    [4, { type: "order" }],
    [3, { type: "price-question" }],
    [2, { type: "basket" }],
    [1, { type: "direct-message" }],
    [2, { type: "page-view" }],
  ],
  [
    [4, { type: "like" }],
    [3, { type: "support-question" }],
    [1, { type: "complaint" }],
    [2, { type: "click" }],
  ],
  [
    [3, { type: "mention", sentiment: "positive", confidence: 0.8 }],
    [2, { type: "review", stars: 5 }],
    [2, { type: "user-content" }],
    [1, { type: "helped-customer" }],
    [4, { type: "like" }],
    [1, { type: "repost" }],
  ],
];
const strays: readonly (readonly [number, Said])[] = [
  [6, { type: "like" }],
  [2, { type: "page-view" }],
  [2, { type: "click" }],
  [1, { type: "mention", sentiment: "positive", confidence: 0.6 }],
  [1, { type: "question" }],
  [1, { type: "save" }],
];

function live(random: Random, days: number): Life {
  const start = random() * days * 0.4;
  if (random() < botShare) return machine(random, start, days);
  const nature =
    natures[
      pick(
        random,
        natures.map(({ share }) => share),
      )
    ]!;
  const places: { from: number; place: Place }[] = [];
  const log: Life["log"][number][] = [];
  let place = pick(random, [8, 3, 1, 0, 0, 0]);
  let hasBought = false;
  for (let from = start; from < days;) {
    places.push({ from, place: place === gone ? "away" : place });
    const until = Math.min(days, from + stay(random, place, nature));
    log.push(...spokenIn(random, place, from, until, nature));
    if (place === 2) hasBought = true;
    place = nextPlace(random, place, nature, hasBought);
    from = until;
  }
  log.push(...onCampaigns(random, start, days));
  return { places, log: log.toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime()) };
}

/** Hundreds of likes in a few days, now and then: it knows us and nothing more. */
function machine(random: Random, start: number, days: number): Life {
  const log = Array.from({ length: 3 }, () => start + random() * (days - start)).flatMap((burst) =>
    Array.from({ length: 40 + Math.floor(random() * 80) }, () =>
      touchOf(random, burst + random() * 2, { type: "like" }),
    ),
  );
  const times = log.map(({ occurredAt }) => occurredAt.getTime());
  const seen = log.toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
  return times.length === 0
    ? { places: [], log }
    : { places: [{ from: start, place: 0 }], log: seen };
}

function stay(random: Random, place: number, { patience }: Nature): number {
  const [scale, shape] = stays[place]!;
  return (
    scale * patience * (-Math.log(1 - random())) ** (1 / shape) * Math.exp(0.2 * gauss(random))
  );
}

function nextPlace(
  random: Random,
  place: number,
  { buys, praises, leaves }: Nature,
  hasBought: boolean,
): number {
  const loves = hasBought ? praises : 0.1 * praises;
  const ways: readonly (readonly number[])[] = [
    [0, 5, 0.6 * buys, 0, 0.2 * loves, 4 * leaves],
    [1.5, 0, 4 * buys, 0, 0.1 * loves, 3.5 * leaves],
    [0.2, 0.8, 0, 5, 1.5 * loves, 2 * leaves],
    [0.3, 2, 1.6 * buys, 0, 2 * loves, 2.6 * leaves],
    [0, 0.8, 2.2 * buys, 3, 0, 1.4 * leaves],
    hasBought ? [0.6, 3, 2 * buys, 2.4, 0.6 * loves, 0] : [4, 5, 0.8 * buys, 0, 0, 0],
  ];
  return pick(random, ways[place]!);
}

/** One thing leads to another: what is said comes in clusters. */
function spokenIn(random: Random, place: number, from: number, until: number, { voice }: Nature) {
  const touches = [];
  const rate = (voices[place] ?? 0) * voice;
  for (let at = from - Math.log(1 - random()) / rate; at < until;) {
    const isStray = place === gone || random() < strayShare;
    const choice = isStray ? strays : (words[place] ?? strays);
    const said =
      choice[
        pick(
          random,
          choice.map(([share]) => share),
        )
      ]![1];
    if (!isOrder(said.type) || random() < seenPurchase) touches.push(touchOf(random, at, said));
    at += random() < 0.35 ? random() * 0.6 : -Math.log(1 - random()) / rate;
  }
  return touches;
}

function onCampaigns(random: Random, start: number, days: number) {
  const touches = [];
  for (let day = campaignEvery; day < days; day += campaignEvery) {
    if (day < start || random() > campaignReach) continue;
    const isContest = random() < 0.4;
    const said: Said = isContest ? { type: "contest-entry", isContest } : { type: "like" };
    touches.push(touchOf(random, day + random(), said));
  }
  return touches;
}

function isOrder(type: TouchpointType): boolean {
  return type === "order";
}
