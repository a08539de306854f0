import { expect, test } from "vitest";

import { importList } from "#lib/engagement/import-list";
import { listTouchpoints } from "#lib/engagement/list-touchpoints";
import type { Context } from "#lib/kernel/context";
import { textSource } from "#lib/lists/open-table";

import { haveWorkspace } from "../support/factories.ts";

const csv = `person,type,at,channel,text,stars
Mieke,order,2026-02-01 14:30,shop,,
Mieke,review,2026-02-03,website,Prachtig,9
Bart,price-question,2026-02-04 9:05,phone,,`;

test("what can be read of a list is stored once, and the other rows are told of", async () => {
  const ctx = await haveWorkspace();
  const told = {
    read: 3,
    refused: 1,
    problems: [{ row: 3, code: "stars-unreadable", value: "9" }],
  };
  expect(await importList(ctx, textSource(csv))).toMatchObject({
    ok: true,
    value: { ...told, added: 2, known: 0 },
  });
  expect(await importList(ctx, textSource(csv))).toMatchObject({
    ok: true,
    value: { ...told, added: 0, known: 2 },
  });
});

test("JSON lines say the same, by the same names, and a broken line is one refused row", async () => {
  const ctx = await haveWorkspace();
  const lines = [
    '{"person":"Mieke","type":"order","at":"2026-02-01T13:30:00Z","channel":"shop"}',
    "",
    '{"person":"Mieke","type":"review","at":"2026-02-03T10:00:00+01:00","stars":5,"text":"Prachtig"}',
    '{"person":"Bart", broken',
    "[1, 2]",
    '{"person":"Bart","type":"order","at":"2026-02-04","shoe-size":44}',
  ];
  // As it comes from a disk: in pieces that end anywhere.
  const text = `\uFEFF${lines.join("\r\n")}`;
  async function* pieces() {
    for (let at = 0; at < text.length; at += 7) yield text.slice(at, at + 7);
  }
  expect(await importList(ctx, pieces, { isJsonLines: true })).toMatchObject({
    ok: true,
    value: {
      read: 5,
      added: 2,
      refused: 3,
      problems: [
        { row: 4, code: "row-unreadable" },
        { row: 5, code: "row-unreadable" },
        { row: 6, code: "wrong-width" },
      ],
    },
  });
  const { touchpoints } = await listTouchpoints(ctx);
  expect(touchpoints.map(({ touchpoint }) => touchpoint)).toMatchObject([
    { type: "review", stars: 5, occurredAt: new Date("2026-02-03T09:00:00Z") },
    { type: "order", occurredAt: new Date("2026-02-01T13:30:00Z") },
  ]);
});

test("a list without its columns is refused, and viewers import nothing", async () => {
  const ctx = await haveWorkspace();
  expect(await importList(ctx, textSource("who,what\na,b"))).toMatchObject({
    ok: false,
    refusal: "csv-columns-missing",
  });
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
  await expect(importList(viewer, textSource(csv))).rejects.toThrow("editor role");
});
