import { expect, test } from "vitest";

import { needsCheck } from "#lib/advocacy/needs-check";
import { type Corrected, learnFrom } from "#lib/engagement/text-signals/own-reader";
import type { Touchpoint } from "#lib/engagement/touchpoint";

/** A shop whose fans say "sick" and "unreal" and mean it. */
const praised = [
  "sick drop",
  "unreal fit",
  "that colourway is sick",
  "unreal, cop this",
  "sick fit",
];
const others = ["drop friday", "restock when", "what size fit", "friday queue", "colourway names"];

test("too few corrections, or of one kind only, teach nothing", () => {
  for (const corrections of [said(10, 10), said(60, 0), said(0, 60), said(60, 5)]) {
    const { measured, read } = learnFrom(corrections);
    expect(measured).toMatchObject({ isUsed: false, sure: 0 });
    expect(read({ text: "sick", sentiment: "neutral" })).toBeUndefined();
  }
});

test("corrections of a kind are learnt, and measured on those kept aside", () => {
  const { measured, read } = learnFrom(said(40, 40));
  expect(measured).toMatchObject({ corrections: 80, positive: 40, isUsed: true });
  expect(measured.sureAndRight / measured.sure).toBeGreaterThanOrEqual(0.85);
  expect(read({ text: "absolutely sick fit", sentiment: "neutral" })).toBeGreaterThan(0.9);
  expect(read({ text: "restock friday", sentiment: "neutral" })).toBeLessThan(0.1);
  expect(read({ text: "zzz", sentiment: "neutral" })).toBeLessThan(0.9);
});

test("corrections that contradict each other are measured, and not used", () => {
  const muddled = said(60, 60).map((one, index) => ({
    ...one,
    text: praised[index % praised.length] ?? "",
  }));
  const { measured, read } = learnFrom(muddled);
  expect(measured.isUsed).toBe(false);
  expect(read({ text: "sick drop", sentiment: "neutral" })).toBeUndefined();
});

test("what was learnt settles a doubt, raises one, and never overrules a warning", () => {
  const own = { praise: learnFrom(said(40, 40)), complaint: learnFrom([]) };
  const moment = { kind: "first-mention" } as const;
  expect(needsCheck(mention("everybody should cop this colourway"), moment)).toBe(true);
  expect(needsCheck(mention("everybody should cop this colourway"), moment, own)).toBe(false);
  expect(needsCheck(mention("sick unreal fit, lost my mum in it"), moment, own)).toBe(true);
  expect(needsCheck(mention("Great, third broken sick unreal fit, thanks"), moment, own)).toBe(
    true,
  );
});

function mention(text: string): Touchpoint {
  return {
    type: "mention",
    text,
    verdict: null,
    language: "en",
    sentiment: "neutral",
    hasImage: false,
  } as Touchpoint;
}

function said(praise: number, other: number): Corrected[] {
  const of = (texts: readonly string[], count: number, isPositive: boolean) =>
    Array.from({ length: count }, (_nothing, index) => ({
      id: `${String(isPositive)}-${index}`,
      text: `${texts[index % texts.length] ?? ""} ${index}`,
      sentiment: "neutral" as const,
      isPositive,
    }));
  return [...of(praised, praise, true), ...of(others, other, false)];
}
