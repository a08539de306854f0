import { importTouchpoints } from "../engagement/import-touchpoints.ts";
import { listTouchpoints } from "../engagement/list-touchpoints.ts";
import { recordTouchpoint } from "../engagement/record-touchpoint.ts";
import type { TouchpointType } from "../engagement/touchpoint.ts";
import { addDays } from "../kernel/local-time.ts";
import { castOf } from "../networks/practice/cast.ts";
import { chance } from "../networks/practice/chance.ts";
import { listPeople } from "../people/list-people.ts";
import { timeOf, type DemoContext } from "./demo-context.ts";
import { valueOf } from "./value-of.ts";

/** Records what happened in the shop and on the telephone on one day. */
export async function serveCustomers(demo: DemoContext, day: string, number: number) {
  await sellToAskers(demo, day);
  await sellToFans(demo, day, number);
  await answerTelephone(demo, day, number);
  if (number === openDayNumber) await importOpenDay(demo, day);
}

const priceWords = /kost|prijs|voorraad|te koop|how much|price|in stock|buy/i;

/** About 60 % of the people who asked for the price the day before buy. */
async function sellToAskers({ ctx }: DemoContext, day: string): Promise<void> {
  const since = timeOf(addDays(day, -1), "00:00");
  const { touchpoints } = await listTouchpoints(ctx, { type: "reply", since, limit: 500 });
  const asked = touchpoints.filter(
    ({ touchpoint }) =>
      touchpoint.occurredAt < timeOf(day, "00:00") && priceWords.test(touchpoint.text ?? ""),
  );
  for (const { person } of asked)
    if (chance(person.displayName, day) < 0.6)
      await note(ctx, { id: person.id }, "order", "website", `${day}T11:20`);
}

/** Fans buy eight days after they arrive; half of the regulars among them buy again 41 days later. */
async function sellToFans(
  { ctx, account }: DemoContext,
  day: string,
  number: number,
): Promise<void> {
  for (const { part, arrivesOn, handle } of castOf(account.remoteId)) {
    const first = Math.round(arrivesOn) + 8;
    const isFirst = (part === "loyal" || part === "regular") && number === first;
    const isSecond = part === "regular" && chance(handle) < 0.5 && number === first + 41;
    if (!isFirst && !isSecond) continue;
    const { people } = await listPeople(ctx, { search: handle, limit: 1 });
    const id = people[0]?.person.id;
    if (id) await note(ctx, { id }, "in-store-purchase", "shop", `${day}T14:40`);
  }
}

interface Call {
  readonly number: number;
  readonly name: string;
  readonly type: TouchpointType;
  readonly channel: string;
  readonly text?: string;
}

const calls: readonly Call[] = [
  {
    number: 12,
    name: "Mevrouw Dijkema",
    type: "price-question",
    channel: "phone",
    text: "Wat kost de grijze sjaal, en kan ik hem ophalen?",
  },
  { number: 15, name: "Mevrouw Dijkema", type: "in-store-purchase", channel: "shop" },
  {
    number: 33,
    name: "Mevrouw Dijkema",
    type: "support-question",
    channel: "phone",
    text: "Er zit een lus los in de sjaal. Hoe haal ik die terug?",
  },
  {
    number: 48,
    name: "Hotel Zeezicht",
    type: "question",
    channel: "e-mail",
    text: "Maken jullie ook dekens voor twaalf kamers?",
  },
  {
    number: 61,
    name: "Hotel Zeezicht",
    type: "declined",
    channel: "e-mail",
    text: "We hebben voor een andere leverancier gekozen.",
  },
];

async function answerTelephone({ ctx }: DemoContext, day: string, number: number): Promise<void> {
  for (const call of calls) {
    if (call.number !== number) continue;
    const { people } = await listPeople(ctx, { search: call.name, limit: 1 });
    const id = people[0]?.person.id;
    const person = id ? { id } : { name: call.name };
    await note(ctx, person, call.type, call.channel, `${day}T10:05`, call.text);
  }
}

async function note(
  ctx: DemoContext["ctx"],
  person: { id: string } | { name: string },
  type: TouchpointType,
  channel: string,
  at: string,
  text?: string,
): Promise<void> {
  valueOf(await recordTouchpoint(ctx, { person, type, channel, at, ...(text && { text }) }));
}

const openDayNumber = 44;

/** Imports the list of visitors of an open day. */
async function importOpenDay({ ctx }: DemoContext, day: string): Promise<void> {
  const rows = [
    ["Klaas Venema", "in-store-purchase", "10:40"],
    ["Renske Bos", "in-store-purchase", "11:05"],
    ["Renske Bos", "webinar", "14:00"],
    ["Otto Wieringa", "webinar", "14:00"],
    ["Hilde Prins", "in-store-purchase", "15:30"],
    ["Jacob Tuin", "subscription", "15:50"],
  ];
  const lines = rows.map(([name, type, time]) => `${name};${type};event;${day} ${time}`);
  const csv = ["naam;soort;kanaal;datum", ...lines].join("\n");
  valueOf(await importTouchpoints(ctx, { csv, isPreview: false }));
}
