import { existsSync, readFileSync } from "node:fs";

import twitterText from "twitter-text";
import { describe, expect, test } from "vitest";

import { countText } from "#lib/networks/contract/limits";
import { weightOf } from "#lib/networks/contract/weighted";

const limit = { max: 280, unit: "weighted" } as const;

describe("X counts", () => {
  test.each([
    ["", 0],
    ["Hello", 5],
    ["é", 1],
    ["e\u0301", 1],
    ["Grüße – “quoted”…", 18],
    ["日本語", 6],
    ["Привет", 6],
    ["🧶", 2],
    ["👨‍👩‍👧‍👦", 2],
    ["🇳🇱", 2],
    ["👍🏽", 2],
    ["https://noorderwol.nl/a/very/long/path?with=a&query=too", 23],
    ["Look: https://a.nl and http://b.nl", 6 + 23 + 5 + 23],
    ["noorderwol.nl", 23],
    ["Read README.md", 5 + 23],
    ["a\nb", 3],
  ])("%j as %i", (text, weight) => {
    expect(countText(text, limit).used).toBe(weight);
    expect(weightOf(text)).toBe(weight);
  });

  test("280 and not one more", () => {
    expect(countText("語".repeat(140), limit)).toEqual({ used: 280, max: 280, isOver: false });
    expect(countText("語".repeat(140) + "a", limit).isOver).toBe(true);
  });
});

interface Case {
  description: string;
  text: string;
  expected: Record<string, string>;
}

const groups = {
  WeightedTweetsCounterTest: "version2",
  WeightedTweetsWithDiscountedEmojiCounterTest: "version3",
  UnicodeDirectionalMarkerCounterTest: "version3",
} as const;
const file = new URL("../../../shared/specs/twitter-text-validate.yml", import.meta.url);

/** The official cases lie beside the checkout on machines that have them. */
describe.skipIf(!existsSync(file))("the official conformance file", () => {
  const cases = existsSync(file) ? readCases(readFileSync(file, "utf8")) : [];

  test("is read in whole", () => {
    expect(cases.length).toBe(44);
  });

  test.each(cases)("$group: $description", ({ group, text, expected }) => {
    const parsed = twitterText.parseTweet(text, twitterText.configs[groups[group]]);
    expect(
      Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, String(value)])),
    ).toEqual(expected);
    if (groups[group] === "version3")
      expect(countText(text, limit).used).toBe(Number(expected["weightedLength"]));
  });
});

/** As much of YAML as the file uses: groups at two blanks, cases with a dash, expectations deepest. */
function readCases(yaml: string): (Case & { group: keyof typeof groups })[] {
  let group = "";
  const cases: (Case & { group: string })[] = [];
  for (const line of yaml.split("\n")) {
    const read = /^(\s*)(- )?([a-zA-Z_]+):\s*(.*)$/.exec(line);
    if (!read) continue;
    const [, indent = "", dash, key = "", value = ""] = read;
    if (dash) cases.push({ group, description: unquoted(value), text: "", expected: {} });
    else if (indent.length === 2) group = key;
    else addTo(cases.at(-1), key, value);
  }
  return cases.filter((one): one is Case & { group: keyof typeof groups } => one.group in groups);
}

function addTo(current: Case | undefined, key: string, value: string): void {
  if (!current || key === "expected") return;
  if (key === "text") current.text = unquoted(value);
  else current.expected[key] = value;
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value.replace(/^'|'$/g, "");
  const escaped = value.replace(/\\U([0-9a-fA-F]{8})/g, (_whole, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
  return JSON.parse(escaped.replace(/\\x([0-9a-fA-F]{2})/g, String.raw`\u00$1`));
}
