import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { listPeople } from "#lib/people/list-people";

import { haveOwner } from "../support/have-owner.ts";
import { runShoutloop } from "./run-shoutloop.ts";

interface Replayed {
  readonly read: number;
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
  readonly people: readonly {
    readonly person: string;
    readonly stage: string | null;
    readonly isAway: boolean;
    readonly isDeciding: boolean;
    readonly probabilities: Record<string, number>;
    readonly moves: readonly { readonly kind: string; readonly cause: unknown }[];
    readonly score: number;
    readonly lines: readonly { readonly rule: string }[];
    readonly suggestion: { readonly kind: string } | null;
    readonly held: string | null;
  }[];
}

const log = `{"person":"ann","at":"2026-01-02T10:00:00Z","type":"order"}
{"person":"ann","at":"2026-03-03T10:00:00+01:00","type":"reply","text":"Wat kost de blauwe sjaal?"}

{"person":"bob","at":"2026-03-01T10:00:00Z","type":"review","stars":5,"text":"Lovely and warm"}
{"person":"cas","at":"2026-02-20T10:00:00Z","type":"reply","text":"Wash it at thirty","answers":"ann"}
{"person":"dee","at":"2026-03-01T10:00:00Z","type":"complaint"}
{"person":"dee","at":"2026-02-28T10:00:00Z","type":"review","stars":5}
{"person":"eve","at":"2026-02-01T10:00:00Z","type":"order"}
{"person":"eve","at":"2026-02-05T10:00:00Z","type":"unsubscribed"}
{"person":"eve","at":"2026-02-06T10:00:00Z","type":"like"}
{"person":"fay","at":"yesterday","type":"like"}
{"person":"fay","at":"2026-02-01T10:00:00Z","type":"dance"}
not json
`;

test("tells of each person where they are, why, and whether to thank them; stores nothing", async () => {
  const ctx = await haveOwner();
  const folder = await mkdtemp(join(tmpdir(), "shoutloop-replay-"));
  await writeFile(join(folder, "log.jsonl"), log);
  const args = ["replay", "log.jsonl", "--at", "2026-03-05T10:00:00Z", "--json"];
  const said = await runShoutloop(ctx, args, { folder });
  expect(said.err).toBe("");
  const { read, refused, people } = said.json() as Replayed;

  expect(read).toBe(9);
  expect(refused).toEqual([
    { line: 11, reason: "at" },
    { line: 12, reason: "type" },
    { line: 13, reason: "not-an-object" },
  ]);
  const [ann, bob, cas, dee, eve] = people;
  expect(ann).toMatchObject({ stage: "purchase", isDeciding: true, isAway: false });
  expect(ann?.probabilities["purchase"]).toBeGreaterThan(0.5);
  expect(bob).toMatchObject({
    stage: "advocacy",
    suggestion: { kind: "first-review" },
    held: null,
  });
  expect(bob?.lines[0]?.rule).toBe("good-review");
  expect(bob?.moves[0]?.cause).toMatchObject({ touchpoint: "line 4", type: "review" });
  expect(cas).toMatchObject({ stage: "advocacy", suggestion: { kind: "helped-customer" } });
  expect(dee).toMatchObject({ suggestion: null, held: "complaint-open" });
  expect(eve).toMatchObject({ stage: null, isAway: true });
  expect((await listPeople(ctx, {})).people).toEqual([]);
});

test("other stages may be tried, and a file that is not there is one sentence", async () => {
  const ctx = await haveOwner();
  const folder = await mkdtemp(join(tmpdir(), "shoutloop-replay-"));
  await writeFile(join(folder, "log.jsonl"), log);
  const args = ["replay", "log.jsonl", "--at", "2026-03-05T10:00:00Z", "--json"];
  const retail = await runShoutloop(ctx, [...args, "--template", "retail"], { folder });
  expect((retail.json() as Replayed).people.map(({ stage }) => stage)).toEqual([
    "decision",
    "retention",
    "retention",
    "retention",
    null,
  ]);
  const missing = await runShoutloop(ctx, ["replay", "none.jsonl"], { folder });
  expect(missing.code).not.toBe(0);
  expect(missing.err).toContain("none.jsonl");
});
