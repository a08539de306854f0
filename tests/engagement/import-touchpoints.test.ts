import { expect, test } from "vitest";

import { importTouchpoints } from "#lib/engagement/import-touchpoints";
import { listTouchpoints } from "#lib/engagement/list-touchpoints";
import { runEventHandlers } from "#lib/event-handlers";
import { listHistory } from "#lib/events/repository";
import { locales } from "#lib/i18n/locale";
import { translatorFor } from "#lib/i18n/translator";
import { showPersonJourney } from "#lib/journey/show-person-journey";
import { listPeople } from "#lib/people/list-people";
import { journeysDue } from "#lib/projections/schema";

import { haveWorkspace } from "../support/factories.ts";
import { havePerson } from "../support/have-person.ts";

const list = `person,type,at,channel,text,stars
Mieke,order,2026-02-01 14:30,shop,,
Mieke,review,2026-02-03,website,"Prachtig, heel blij mee",5
Bart,price-question,4-2-2026 9:05,phone,,`;

test("a preview tells what would happen and stores nothing", async () => {
  const ctx = await haveWorkspace();
  const outcome = await importTouchpoints(ctx, { csv: list, isPreview: true });
  expect(outcome).toMatchObject({
    ok: true,
    value: { rowCount: 3, newCount: 3, knownCount: 0, problems: [], sample: [{ row: 2 }, {}, {}] },
  });
  expect((await listPeople(ctx)).people).toEqual([]);
});

test("an import stores every row once, however often it is done", async () => {
  const ctx = await haveWorkspace();
  const once = await importTouchpoints(ctx, { csv: list, isPreview: false });
  const again = await importTouchpoints(ctx, { csv: list, isPreview: false });

  expect(once).toMatchObject({ ok: true, value: { newCount: 3, knownCount: 0 } });
  expect(again).toMatchObject({ ok: true, value: { newCount: 0, knownCount: 3 } });
  expect((await listPeople(ctx)).people.map(({ person }) => person.displayName)).toEqual([
    "Bart",
    "Mieke",
  ]);
  const { touchpoints } = await listTouchpoints(ctx);
  expect(touchpoints.map(({ touchpoint }) => touchpoint)).toMatchObject([
    { type: "price-question", occurredAt: new Date("2026-02-04T08:05:00Z") },
    { type: "review", stars: 5, sentiment: "positive", source: "csv" },
    { type: "order", occurredAt: new Date("2026-02-01T13:30:00Z") },
  ]);
  expect(await listHistory(ctx.db, ctx.workspaceId, "csv")).toHaveLength(1);
  expect(await ctx.db.$count(journeysDue)).toBe(2);
});

test("semicolons, Dutch heads and Dutch words do as well", async () => {
  const ctx = await haveWorkspace();
  const csv = "﻿Naam;Soort;Datum;Tekst\r\nMieke;Bestelling;1-2-2026;a, b\r\n";
  expect(await importTouchpoints(ctx, { csv, isPreview: false })).toMatchObject({
    ok: true,
    value: { newCount: 1 },
  });
  const { touchpoints } = await listTouchpoints(ctx);
  expect(touchpoints).toMatchObject([{ touchpoint: { type: "order", text: "a, b" } }]);
});

test("a shop is a shop in every language, not a network of its own", async () => {
  const ctx = await haveWorkspace();
  const csv = "naam;soort;datum;kanaal\nMieke;Bestelling;1-2-2026;Winkel\n";
  await importTouchpoints(ctx, { csv, isPreview: false });
  const { touchpoints } = await listTouchpoints(ctx);
  expect(touchpoints).toMatchObject([{ touchpoint: { channel: "shop", modality: "physical" } }]);
});

test.each(locales)(
  "the example that the page shows can be imported as it is (%s)",
  async (locale) => {
    const ctx = await haveWorkspace();
    ctx.clock.pass({ minutes: 7 * 24 * 60 });
    const csv = translatorFor(locale)("touchpoints.import.exampleText");
    expect(await importTouchpoints(ctx, { csv, isPreview: true })).toMatchObject({
      value: { newCount: 2, problems: [] },
    });
  },
);

test("each wrong row is told of by its number, and then nothing at all is stored", async () => {
  const ctx = await haveWorkspace();
  const csv = `person,type,at,stars,channel
Mieke,order,2026-02-01,,
,order,2026-02-01,,
Mieke,bought,2026-02-01,,
Mieke,order,2026-02-30,,
Mieke,order,2027-02-01,,
Mieke,order,2026-02-01,6,
Mieke,order,2026-02-01,,Winkel & zo
Mieke,order`;
  const preview = await importTouchpoints(ctx, { csv, isPreview: true });
  expect(preview).toMatchObject({
    ok: true,
    value: {
      newCount: 1,
      problems: [
        { row: 3, code: "person-missing" },
        { row: 4, code: "type-unknown", value: "bought" },
        { row: 5, code: "time-unreadable", value: "2026-02-30" },
        { row: 6, code: "in-the-future" },
        { row: 7, code: "stars-unreadable", value: "6" },
        { row: 8, code: "channel-unreadable" },
        { row: 9, code: "wrong-width" },
      ],
    },
  });
  expect(await importTouchpoints(ctx, { csv, isPreview: false })).toMatchObject({
    refusal: "csv-rows-wrong",
    detail: { count: 7, row: 3 },
  });
  expect((await listPeople(ctx)).people).toEqual([]);
});

test.each([
  ["name,date\nMieke,2026-02-01", "csv-columns-missing", { missing: "type" }],
  [
    "person,type,at,colour\nMieke,order,2026-02-01,red",
    "csv-columns-unknown",
    { unknown: "colour" },
  ],
  ["person,type,at\n", "csv-empty", {}],
  ["", "csv-empty", {}],
  ['person,type,at\n"Mieke,order', "csv-quote-open", { row: 2 }],
  ['person;type;at\nM;order;1-2-2026\nB;"order;\nx;y;z\n', "csv-quote-open", { row: 3 }],
  [
    `person,type,at\n${"Mieke,order,2026-02-01\n".repeat(5_001)}`,
    "csv-too-many-rows",
    { max: 5000 },
  ],
  ["x".repeat(2 * 1024 * 1024 + 1), "csv-too-large", { megabytes: 2 }],
])("a list that cannot be used is refused as a whole (%#)", async (csv, refusal, detail) => {
  const ctx = await haveWorkspace();
  expect(await importTouchpoints(ctx, { csv, isPreview: true })).toMatchObject({
    ok: false,
    refusal,
    detail,
  });
});

test("a handle that a network told us of is that person; the same name is not", async () => {
  const ctx = await haveWorkspace();
  const mara = await havePerson(ctx, { name: "mara" });
  const csv = `person,handle,channel,type,at
Mara de Wit,@Mara.example,fake,order,2026-02-01
mara,,shop,order,2026-02-01`;
  await importTouchpoints(ctx, { csv, isPreview: false });

  const { people } = await listPeople(ctx);
  expect(people).toHaveLength(2);
  expect(people.find(({ person }) => person.id === mara.personId)).toMatchObject({
    touchpointCount: 1,
  });
});

test("thousands of rows at once", async () => {
  const ctx = await haveWorkspace();
  const rows = Array.from(
    { length: 5_000 },
    (_row, index) => `p${index % 900},order,2026-02-01,${index}`,
  );
  const csv = `person,type,at,text\n${rows.join("\n")}`;
  expect(await importTouchpoints(ctx, { csv, isPreview: false })).toMatchObject({
    ok: true,
    value: { newCount: 5_000 },
  });
}, 60_000);

test("viewers import nothing", async () => {
  const ctx = await haveWorkspace({ actor: { id: "vi", role: "viewer" } });
  await expect(importTouchpoints(ctx, { csv: list, isPreview: true })).rejects.toThrow("editor");
});

test("who answers somebody else under a post of ours helped another customer, and goes on to be a fan", async () => {
  const ctx = await haveWorkspace();
  const csv = `person,handle,type,at,channel,text,answers,parent,root
Helper,,reply,2026-02-01 10:00,instagram,You can wash it at thirty degrees,Asker,,
Asker,asks,reply,2026-02-01 11:00,instagram,I will try that at the weekend,@Asks,,
Deeper,,reply,2026-02-01 12:00,instagram,Mine came out fine with vinegar,,c2,p1
First,,reply,2026-02-01 13:00,instagram,Mine came out fine with vinegar too,,p1,p1
Unsure,,reply,2026-02-01 14:00,instagram,Does it really work?,Asker,,
Cross,,reply,2026-02-01 15:00,instagram,It came broken and nobody answers me. Never again,Asker,,`;
  expect(await importTouchpoints(ctx, { csv, isPreview: false })).toMatchObject({
    value: { newCount: 6, problems: [] },
  });
  await runEventHandlers(ctx);
  const { touchpoints } = await listTouchpoints(ctx);
  const rules = touchpoints.map(({ person, classification }) => [
    person.displayName,
    classification?.rule,
  ]);
  expect(Object.fromEntries(rules)).toMatchObject({
    Helper: "helped-customer",
    Asker: "like",
    Deeper: "helped-customer",
    First: "like",
    Unsure: "question",
    Cross: "complaint",
  });
  const { people } = await listPeople(ctx);
  const helper = people.find(({ person }) => person.displayName === "Helper");
  const { stages, belief } = await showPersonJourney(ctx, helper?.person.id ?? "");
  expect(stages.find(({ id }) => id === belief?.primaryStageId)?.key).toBe("advocacy");
});
