import { globSync } from "node:fs";

import { expect, test } from "vitest";

import { freeSlug } from "#lib/workspaces/slug";

test.each([
  ["Crème Brûlée", "creme-brulee"],
  ["Cre\u0300me", "creme"],
  ["Straße & Søn", "strasse-son"],
  ["  --Wol!  ", "wol"],
  ["日本", "workspace"],
  ["a".repeat(39) + " bakery", "a".repeat(39)],
])("%s is found at %s", (name, slug) => {
  expect(freeSlug(name, [])).toBe(slug);
});

test("a workspace never takes the address of a page", () => {
  const segments = globSync("app/**/{page.tsx,route.ts}").flatMap((file) => {
    const [first = ""] = file
      .split("/")
      .slice(1, -1)
      .filter((part) => !part.startsWith("("));
    return first === "" || first.startsWith("[") ? [] : [first];
  });
  expect(segments.length).toBeGreaterThan(4);
  for (const segment of segments) expect(freeSlug(segment, [])).not.toBe(segment);
});

test("the next number is taken where others have the name", () => {
  expect(freeSlug("Wol", ["wol", "wol-2"])).toBe("wol-3");
});
