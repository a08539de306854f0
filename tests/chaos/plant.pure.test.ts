import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { mutants } from "./mutants.ts";
import { edited } from "./plant.ts";

test.each(mutants)("the planted bug $name has its place in the source", ({ edits }) => {
  for (const edit of edits) {
    const source = readFileSync(edit.file, "utf8");
    expect(edited(source, edit)).not.toBe(source);
  }
});

test("a bug whose place is gone is refused, and not passed over", () => {
  const edit = { file: "a.ts", text: "once", replacement: "never" };
  expect(() => edited("nowhere", edit)).toThrow("a.ts has 0 times");
  expect(() => edited("once and once", edit)).toThrow("a.ts has 2 times");
});
