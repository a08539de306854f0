import { expect, test } from "vitest";

import { exportTouchpoints } from "#lib/engagement/export-touchpoints";
import { importTouchpoints } from "#lib/engagement/import-touchpoints";
import { listTouchpoints } from "#lib/engagement/list-touchpoints";
import type { Context } from "#lib/kernel/context";
import { decodeText } from "#lib/kernel/decode-text";
import { listPeople } from "#lib/people/list-people";

import { haveWorkspace } from "../support/factories.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";
import { textOfStream } from "../support/text-of-stream.ts";

async function added(ctx: Context, csv: string): Promise<number> {
  const outcome = await importTouchpoints(ctx, { csv, isPreview: false });
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${JSON.stringify(outcome.detail)}`);
  return outcome.value.newCount;
}

async function preview(ctx: Context, csv: string, over = {}) {
  const outcome = await importTouchpoints(ctx, { csv, isPreview: true, ...over });
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${JSON.stringify(outcome.detail)}`);
  return outcome.value;
}

test("two equal rows are two touchpoints, and none more at a second import", async () => {
  const ctx = await haveWorkspace();
  const csv =
    "person,type,at\nDora,order,2026-02-01\nDora,order,2026-02-01\nDora,order,2026-02-01\n";
  expect(await preview(ctx, csv)).toMatchObject({ newCount: 3, knownCount: 0 });
  expect(await added(ctx, csv)).toBe(3);
  expect(await added(ctx, csv)).toBe(0);
  expect(await added(ctx, `${csv}Dora,order,2026-02-01\n`)).toBe(1);
});

test("two orders of one day with their numbers are two, also from two lists", async () => {
  const ctx = await haveWorkspace();
  const list = (note: string) => `person,type,at,note\nDora,order,2026-02-01,${note}\n`;
  expect(await added(ctx, list("#1001"))).toBe(1);
  expect(await added(ctx, list("#1002"))).toBe(1);
  expect(await added(ctx, list("#1001"))).toBe(0);
});

test("our own export adds nothing, whatever it was made from", async () => {
  const ctx = await haveWorkspace();
  ctx.clock.pass({ minutes: 365 * 24 * 60 });
  await added(
    ctx,
    `person,type,at,channel,text,reference,note
Els Rondreis,review,2026-04-02 10:15:42,website,"-5 graden
en toch warm",K-9,
Els Rondreis,order,2026-10-25 02:30+01:00,bol.com,"''=1",K-9,
Els Rondreis,order,2026-05-01,shop,,,x
Els Rondreis,order,2026-05-01,shop,,,x`,
  );
  await haveTouchpoint(ctx, (await havePerson(ctx, { name: "mara" })).personId);
  const people = (await listPeople(ctx)).people.length;
  const exported = await textOfStream(exportTouchpoints(ctx));
  expect(await preview(ctx, exported)).toMatchObject({ newCount: 0, problems: [] });
  expect(await added(ctx, exported)).toBe(0);
  expect((await listPeople(ctx)).people).toHaveLength(people);

  const other = await haveWorkspace();
  other.clock.pass({ minutes: 365 * 24 * 60 });
  const count = exported.trim().split("\r\n").length - 1;
  expect(await added(other, exported)).toBe(count);
  expect(await added(other, exported)).toBe(0);
  expect((await listPeople(other)).people).toHaveLength(people);
  const { touchpoints } = await listTouchpoints(other);
  const texts = touchpoints.map(({ touchpoint }) => touchpoint.text);
  expect(texts).toContain("-5 graden\nen toch warm");
  expect(texts).toContain("'=1");
});

test.each([
  [
    "semicolons and rows without words",
    "persoon;soort;datum;\r\nAnna;bestelling;1-2-2026;\r\n;;;\r\n;;;\r\n",
  ],
  ["a blank first line", "\r\n;;\r\npersoon;soort;datum\r\nAnna;bestelling;1-2-2026\r\n"],
  ["cells from a spreadsheet", "persoon\tsoort\tdatum\ttekst\r\nAnna\tbestelling\t1-2-2026\t\r\n"],
  ["bars", "persoon|soort|datum\nAnna|bestelling|1-2-2026\n"],
  ["a line that tells the separator", "sep=;\r\npersoon;soort;datum\r\nAnna;bestelling;1-2-2026"],
  [
    "empty cells left out at the end",
    "persoon,soort,datum,tekst,sterren\nAnna,bestelling,1-2-2026\n",
  ],
  ["quotation marks in a cell", 'persoon,soort,datum,tekst\nAnna,bestelling,1-2-2026,de 3" band\n'],
  [
    "commas in the head's cells",
    '"persoon";"soort";"datum";"tekst"\nAnna;bestelling;1-2-2026;"a, b, c, d, e"\n',
  ],
  [
    "invisible signs in the head",
    "\uFEFF persoon\u200B;SOORT;Datum\u00A0\nAnna;bestelling;1-2-2026\n",
  ],
  [
    "UTF-16",
    decodeText(Buffer.from("\uFEFFpersoon\tsoort\tdatum\nAnna\tbestelling\t1-2-2026", "utf16le")),
  ],
])("a list with %s is read", async (_what, csv) => {
  const ctx = await haveWorkspace();
  expect(await preview(ctx, csv)).toMatchObject({
    rowCount: 1,
    newCount: 1,
    problems: [],
    sample: [{ name: "Anna", type: "order", at: new Date("2026-02-01T11:00:00Z") }],
  });
});

test("rows are counted as a spreadsheet counts them, lines as an editor does", async () => {
  const ctx = await haveWorkspace();
  const csv = 'person,type,at,text\n\nMieke,order,2026-02-01,"a\nb"\n,order,2026-02-01,\n';
  expect((await preview(ctx, csv)).problems).toMatchObject([
    { row: 4, line: 5, code: "person-missing" },
  ]);
});

test.each([
  ["stars", "5,0", { stars: 5 }],
  ["stars", "4.0", { stars: 4 }],
  ["stars", "3/5", { stars: 3 }],
  ["stars", "★★★★☆", { stars: 4 }],
  ["stars", "2 sterren", { stars: 2 }],
  ["channel", "bol.com", { channel: "bol.com" }],
  ["channel", "Google Maps", { channel: "google-maps" }],
  ["channel", "WINKEL", { channel: "shop" }],
  ["type", "BESTELLING", { type: "order" }],
  ["type", "Beoordeling", { type: "review" }],
])("where %s says %s there is one meaning", async (column, cell, expected) => {
  const ctx = await haveWorkspace();
  const cells = { type: "order", channel: "", stars: "", [column]: cell };
  await added(
    ctx,
    `person;type;at;channel;stars\nMieke;${cells.type};2026-02-01;${cells.channel};${cells.stars}`,
  );
  const { touchpoints } = await listTouchpoints(ctx);
  expect(touchpoints).toMatchObject([{ touchpoint: expected }]);
});

test.each([
  ["2026-02-01 10:00 ergens", "time-unreadable"],
  ["2026-02-01 10:00 XYZ", "time-unreadable"],
  ["1/2/2026", "date-ambiguous"],
])("a time with something left over is told, not cut: %s", async (at, code) => {
  const ctx = await haveWorkspace();
  expect((await preview(ctx, `person,type,at\nMieke,order,${at}`)).problems).toMatchObject([
    { row: 2, code, value: at },
  ]);
});

test("which number is the day the list shows, or the one who made it says", async () => {
  const ctx = await haveWorkspace();
  const sampleOf = async (csv: string, over = {}) =>
    (await preview(ctx, csv, over)).sample.map(({ at }) => at.toISOString().slice(0, 10));
  const slashes = "person,type,at\nMieke,order,1/2/2026\n";
  expect(await sampleOf(`${slashes}Bart,order,1/13/2026\n`)).toEqual(["2026-01-02", "2026-01-13"]);
  expect(await sampleOf(`${slashes}Bart,order,13/1/2026\n`)).toEqual(["2026-02-01", "2026-01-13"]);
  expect(await sampleOf(slashes, { dayOrder: "month-first" })).toEqual(["2026-01-02"]);
  expect(await sampleOf(slashes, { dayOrder: "day-first" })).toEqual(["2026-02-01"]);
  const both = await preview(ctx, `${slashes}Bart,order,13/1/2026\nBart,order,1/13/2026\n`);
  expect(both.problems).toMatchObject([{ row: 2, code: "date-ambiguous" }]);
});

test("signs that nobody can read are told, not stored", async () => {
  const ctx = await haveWorkspace();
  const csv = "person,type,at,text\nZo\uFFFD,order,2026-02-01,\nMieke,order,2026-02-01,a\u0000b\n";
  expect((await preview(ctx, csv)).problems).toMatchObject([
    { row: 2, code: "sign-unreadable" },
    { row: 3, code: "sign-unreadable" },
  ]);
});

test.each([
  ["person,type,at,date\nMieke,order,,2026-02-01", "csv-columns-twice", { twice: "date" }],
  ["person,type,at,\nMieke,order,2026-02-01,more", undefined, undefined],
])("nothing of a list is dropped in silence (%#)", async (csv, refusal, detail) => {
  const ctx = await haveWorkspace();
  const outcome = await importTouchpoints(ctx, { csv, isPreview: true });
  if (refusal) expect(outcome).toMatchObject({ refusal, detail });
  else expect(outcome).toMatchObject({ value: { problems: [{ row: 2, code: "wrong-width" }] } });
});
