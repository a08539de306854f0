import { readFileSync } from "node:fs";

import { thankQuietly } from "#lib/advocacy/thank-quietly";
import type { Context } from "#lib/kernel/context";
import { changePerson } from "#lib/people/change-person";
import { recordConsent } from "#lib/people/record-consent";
import { mergePeople } from "#lib/projector/merge-people";

import { seeded, type Random } from "../../journey/random.ts";
import { havePerson, haveTouchpoint } from "../../support/have-person.ts";

/** What somebody does in one week of the year. */
interface Deed {
  readonly week: number;
  readonly act: (ctx: Context, at: string) => Promise<unknown>;
}

export interface Planted {
  readonly kind: string;
  readonly words: string;
  /** From this week on nobody may be asked to thank them unread; undefined: they are good fans. */
  readonly heldFrom: number | undefined;
  /** Where reading the words first is enough. */
  readonly mayBeRead: boolean;
  readonly personId: string;
}

interface Line {
  readonly kind: string;
  readonly language: string;
  readonly text: string;
}

export const weeks = 52;
const tails = {
  en: [
    "Greetings from the harbour",
    "See you Friday",
    "Yours, as ever",
    "Say hello to all",
    "Bye now",
  ],
  nl: [
    "Groeten uit de haven",
    "Tot vrijdag",
    "Als altijd",
    "Doe ze allemaal de groeten",
    "Tot gauw",
  ],
};
/** Irony and anger may be offered to be read first: the rest is not to be offered at all. */
const readable = new Set(["sarcasm", "furious"]);

/** People who each do one thing that should, or should not, be thanked for, strewn over a year. */
export async function plantYear(ctx: Context, seed: number) {
  const random = seeded(seed);
  const deeds: Deed[] = [];
  const people: Planted[] = [];
  let count = 0;
  const plant = async (kind: string, words: string, make: Maker, heldAfter: number | undefined) => {
    const { personId } = await havePerson(ctx, { name: `${kind}-${++count}` });
    const week = 1 + Math.floor(random() * (weeks - 6));
    deeds.push(...make({ personId, week, words, random }));
    const heldFrom = heldAfter === undefined ? undefined : week + heldAfter;
    people.push({ kind, words, personId, heldFrom, mayBeRead: readable.has(kind) });
  };
  const lines = readLines();
  for (const { kind, text } of lines)
    await plant(kind, text, kind === "furious" ? fiveStars : said, kind === "fan" ? undefined : 0);
  const praise = lines.filter(({ kind }) => kind === "fan");
  for (const [kind, { make, heldAfter }] of Object.entries(structural(ctx)))
    for (let nr = 0; nr < 6; nr++) {
      const line = praise[Math.floor(random() * praise.length)];
      if (!line) continue;
      const all = line.language === "nl" ? tails.nl : tails.en;
      const words = `${line.text}. ${all[nr % all.length]} ${kind} ${nr}`;
      await plant(kind, words, make, heldAfter);
    }
  return { people, deeds };
}

type Maker = (who: {
  readonly personId: string;
  readonly week: number;
  readonly words: string;
  readonly random: Random;
}) => Deed[];

const said: Maker = (who) => (who.random() < 0.5 ? fiveStars(who) : mention(who));
const fiveStars: Maker = ({ personId, week, words }) => [
  { week, act: (ctx, at) => haveTouchpoint(ctx, personId, { stars: 5, text: words, at }) },
];
const mention: Maker = ({ personId, week, words }) => [
  { week, act: (ctx, at) => haveTouchpoint(ctx, personId, { type: "mention", text: words, at }) },
];

/** What is known of somebody beside kind words: how they come about, and from how many weeks later on they are held. */
function structural(
  ctx: Context,
): Record<string, { readonly make: Maker; readonly heldAfter: number }> {
  const then =
    (later: number, act: (personId: string, at: string) => Promise<unknown>): Maker =>
    (who) => [...said(who), { week: who.week + later, act: (_ctx, at) => act(who.personId, at) }];
  const role = (given: "staff" | "bot" | "competitor" | "influencer") =>
    then(1, (personId) => changePerson(ctx, { personId, role: given }));
  const complaint = { type: "complaint", text: "The zip broke" } as const;
  return {
    "complaint-open": {
      heldAfter: 0,
      make: (who) => [
        {
          week: who.week - 1,
          act: (_ctx, at) => haveTouchpoint(ctx, who.personId, { ...complaint, at }),
        },
        ...said(who),
      ],
    },
    "sent-back": {
      heldAfter: 2,
      make: (who) => [
        {
          week: who.week,
          act: (_c, at) =>
            haveTouchpoint(ctx, who.personId, { type: "order", text: undefined, at }),
        },
        ...said({ ...who, week: who.week + 1 }),
        {
          week: who.week + 2,
          act: (_c, at) =>
            haveTouchpoint(ctx, who.personId, { type: "return", text: undefined, at }),
        },
      ],
    },
    staff: { heldAfter: 1, make: role("staff") },
    bot: { heldAfter: 1, make: role("bot") },
    "competitor-role": { heldAfter: 1, make: role("competitor") },
    paid: { heldAfter: 1, make: role("influencer") },
    "never-again": {
      heldAfter: 1,
      make: then(1, (personId) => changePerson(ctx, { personId, doNotThank: true })),
    },
    refused: {
      heldAfter: 1,
      make: then(1, (personId) =>
        recordConsent(ctx, { personId, scope: "mention", state: "refused", evidence: "by mail" }),
      ),
    },
    "many-likes": {
      heldAfter: 0,
      make: (who) => [
        {
          week: who.week,
          act: async (_ctx, at) => {
            for (let like = 0; like < 12; like++)
              await haveTouchpoint(ctx, who.personId, { type: "like", text: undefined, at });
          },
        },
        ...said(who),
      ],
    },
    "thanked-elsewhere": {
      heldAfter: 0,
      make: (who) => [
        ...said(who),
        {
          week: who.week,
          act: async () => {
            const other = await havePerson(ctx, { name: `also-${who.personId}` });
            await thankQuietly(ctx, { personId: other.personId, way: "card" });
            return mergePeople(ctx, { personId: who.personId, otherId: other.personId });
          },
        },
      ],
    },
  };
}

export function readLines(): Line[] {
  return readFileSync(new URL("lines.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => {
      const [kind = "", language = "", text = ""] = line.split("|");
      return { kind, language, text };
    });
}
