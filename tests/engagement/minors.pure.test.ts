import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { readConcerns } from "#lib/engagement/text-signals/concerns";

test.each(lines())("%s: %s", (who, text) => {
  expect(readConcerns(text).includes("minor")).toBe(who === "minor");
});

function lines(): [string, string][] {
  const file = new URL("lines/minors.txt", import.meta.url);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => {
      const [who = "", text = ""] = line.split("|");
      return [who, text];
    });
}
