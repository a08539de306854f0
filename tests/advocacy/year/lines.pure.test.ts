import { expect, test } from "vitest";

import { needsCheck } from "#lib/advocacy/needs-check";
import { soundsLikeComplaint } from "#lib/engagement/text-signals/read-first";
import { readText } from "#lib/engagement/text-signals/text-signals";
import type { Touchpoint } from "#lib/engagement/touchpoint";

import { readLines } from "./year.ts";

/** The year plants each as a mention or a review; either way it is held, or read first. */
test.each(readLines().filter(({ kind }) => kind !== "fan"))("$kind: $text", ({ kind, text }) => {
  const { concerns, isContest, language = null, ...signals } = readText(text);
  if (kind === "contest") return expect(isContest).toBe(true);
  if (kind !== "sarcasm" && kind !== "furious") return expect(concerns).toContain(kind);
  for (const [type, moment] of [
    ["mention", "first-mention"],
    ["review", "first-review"],
  ] as const) {
    const act = { type, text, language, verdict: null, hasImage: false } as unknown as Touchpoint;
    const isHeld = type === "review" && soundsLikeComplaint(signals);
    expect(isHeld || needsCheck(act, { kind: moment })).toBe(true);
  }
});
