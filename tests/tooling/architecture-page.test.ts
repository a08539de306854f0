import { existsSync, readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { layers, stateDiagram, withDrawings } from "./architecture-page.ts";
import { inSource } from "./vocabulary-scan.ts";
import { oldWords } from "./vocabulary-words.ts";

const page = readFileSync("docs/architecture.md", "utf8");
const folders = readdirSync("lib", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test("the map draws the layers and the states as the code has them", () => {
  // Out of date? `node tests/tooling/write-architecture.ts` writes it.
  expect(page).toBe(withDrawings(page));
});

test("a state diagram has an arrow for each pair of states, with the events that lead there", () => {
  const table = { scheduled: { claim: ["claimed", "sending"], late: ["claimed", "scheduled"] } };
  const diagram = stateDiagram(table as unknown as Parameters<typeof stateDiagram>[0]);
  expect(diagram).toContain("scheduled --> claimed: claim, late\n");
  expect(diagram).toContain("scheduled --> sending: claim\n");
  expect(diagram).not.toContain("--> scheduled:");
});

test("every folder of lib is on the map and has its place in the order of imports", () => {
  expect(folders.filter((name) => !page.includes(`\`lib/${name}\``))).toEqual([]);
  expect(folders.filter((name) => !layers().flat().includes(name))).toEqual([]);
});

test("every folder and file that the map names is there", () => {
  const named = [...page.matchAll(/`((?:lib|tests|app|docs)\/[\w./-]*)`/g)].map(([, path]) => path);
  expect(named.length).toBeGreaterThan(25);
  expect(named.filter((path) => !existsSync(path ?? ""))).toEqual([]);
});

test("the glossary has at most forty words, each once, and none that another took the place of", () => {
  const glossary = page.slice(page.indexOf("## Glossary"));
  const words = [...glossary.matchAll(/^\| ([a-z][a-z -]*?) +\| \S/gm)].map(
    ([, word = ""]) => word,
  );
  const own = words.filter((word) => word !== "word");
  expect(own.length).toBeGreaterThan(20);
  expect(own.length).toBeLessThanOrEqual(40);
  expect(own).toEqual([...new Set(own)].toSorted());
  for (const word of own) {
    const name = word.replaceAll(/[ -](.)/g, (_all, letter: string) => letter.toUpperCase());
    expect(inSource("lib/glossary.ts", `use(${name});`, oldWords)).toEqual([]);
  }
});
