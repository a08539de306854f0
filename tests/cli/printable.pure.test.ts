import { expect, test } from "vitest";

import { printable, printableJson } from "#lib/cli/printable";
import { table } from "#lib/cli/table";

test("what a stranger writes commands no terminal", () => {
  const hostile = "a\u001B]0;title\u0007b\u009B2Jc\rd\u0008";
  expect(printable(hostile)).toBe("a]0;titleb2Jcd");
  expect(printable("two\nlines\tand a tab")).toBe("two\nlines\tand a tab");
});

test("JSON is the same value, and turns nothing around where it is looked at", () => {
  const value = { name: "Anna\u202Egnp.exe", text: "\u2067\u009B" };
  const json = printableJson(value);
  expect(json).not.toMatch(/[\u0080-\u009F\u202A-\u202E\u2066-\u2069]/u);
  expect(JSON.parse(json)).toEqual(value);
});

test("a cell from right to left leaves the columns beside it where they are", () => {
  const [, line] = table(["NAME", "STAGE"], [["שרה \u202E(1)", "loyalty"]]).split("\n");
  expect(line).toBe("\u2068שרה (1)\u2069  loyalty");
});
