import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { readConcerns } from "#lib/engagement/text-signals/concerns";

interface Line {
  readonly tells: string;
  readonly text: string;
}

test.each(lines())("$tells: $text", ({ tells, text }) => {
  expect(found(text)).toBe(tells);
});

/** Either keeps somebody from being named. */
function found(text: string): string {
  const concerns = readConcerns(text);
  if (concerns.includes("grief")) return "grief";
  return concerns.includes("illness") ? "illness" : "none";
}

function lines(): Line[] {
  const file = new URL("lines/sensitive.txt", import.meta.url);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => {
      const [tells = "", text = ""] = line.split("|");
      return { tells, text };
    });
}
