import { globSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import type { Attempt } from "#lib/deliveries/delivery";
import { describeHistory } from "#lib/deliveries/describe-history";
import { sentFields } from "#lib/deliveries/sent-request";
import { locales } from "#lib/i18n/locale";
import { translatorFor } from "#lib/i18n/translator";

import { noon } from "../support/context.ts";

const states = [
  "scheduled",
  "unknown",
  "published",
  "failed",
  "needs_person",
  "missed",
  "cancelled",
];

/** Every outcome that a step may have, of whatever network. */
const outcomes = {
  claim: ["late", "put-back", "account-disconnected", "lease-lost"],
  prepare: ["refused", "not-sent", "later", "reconnect", "by-hand", "unknown"],
  publish: [
    "published",
    "unknown",
    "duplicate",
    "refused",
    "not-sent",
    "later",
    "reconnect",
    "out-of-credit",
    "stopped",
    "lease-lost",
  ],
  reconcile: [
    "published",
    "absent",
    "unknown",
    "not-sent",
    "later",
    "reconnect",
    "restored",
    "lease-lost",
  ],
  person: [
    "is-there",
    "send-again",
    "leave-out",
    "moved",
    "rewritten",
    "taken-back",
    "removed",
    "edited",
  ],
} satisfies Record<Attempt["phase"], string[]>;

describe.each(locales)("in %s", (locale) => {
  const tell = translatorFor(locale);
  const teller = { tell, has: tell.has, network: "Fake", moment: () => "09:00" };

  test("every outcome is a sentence of its own phase, never a code", () => {
    for (const [phase, kinds] of Object.entries(outcomes))
      for (const outcome of kinds) {
        const step = anAttempt({ phase: phase as Attempt["phase"], outcome });
        const [, told] = describeHistory({ history: [step], createdAt: noon, id: "d" }, teller);
        expect(told?.happened, `${phase} ${outcome}`).toMatch(/^\p{Lu}.*[.:]$/u);
      }
  });

  test("every state is a decision in words, with the time where there is one", () => {
    for (const decided of states) {
      const nextAt = decided === "scheduled" || decided === "unknown" ? noon : null;
      const step = anAttempt({ decided, nextAt });
      const [, told] = describeHistory({ history: [step], createdAt: noon, id: "d" }, teller);
      expect(told?.decided, decided).toMatch(/\.$/);
      expect(told?.decided.includes("09:00"), decided).toBe(nextAt !== null);
    }
  });

  test("every reason that the engine gives is a sentence", () => {
    const source = globSync("lib/{deliveries,publisher,recovery}/*.ts")
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
    const reasons = [...source.matchAll(/\b(?:reason|why): "([a-z-]+)"/g)].map(([, key]) => key);
    expect(reasons.length).toBeGreaterThan(10);
    for (const reason of reasons)
      expect(tell.has(`delivery.reasons.${reason}`), `${reason}`).toBe(true);
  });
});

test("tells why beside what was decided, and an unknown code as one that has no text", () => {
  const tell = translatorFor("en");
  const teller = { tell, has: tell.has, network: "Fake", moment: () => "09:00" };
  const [made, told] = describeHistory(
    {
      history: [anAttempt({ outcome: "unheard-of", decided: "unknown", why: "too-early" })],
      createdAt: noon,
      id: "d",
    },
    teller,
  );
  expect(made?.happened).toContain("schedule");
  expect(told).toMatchObject({
    happened: tell("history.steps.without-text", { network: "Fake" }),
    decided: expect.stringMatching(/^Nothing is sent .* It is too early to tell: Fake/),
  });
});

test("a frozen request is read line by line, without what is empty", () => {
  const request = {
    record: { text: "Hello", langs: ["en", "nl"], reply: null, empty: "" },
    rkey: "3k",
    isDraft: false,
  };
  expect(sentFields(request)).toEqual([
    { name: "record › text", value: "Hello" },
    { name: "record › langs 1", value: "en" },
    { name: "record › langs 2", value: "nl" },
    { name: "rkey", value: "3k" },
    { name: "isDraft", value: "false" },
  ]);
  expect(sentFields({ text: "x".repeat(2_000) })[0]?.value).toHaveLength(1_001);
});

function anAttempt(over: Partial<Attempt>): Attempt {
  return {
    id: "a",
    workspaceId: "w",
    deliveryId: "d",
    at: noon,
    phase: "publish",
    outcome: "published",
    httpStatus: null,
    excerpt: null,
    decided: "published",
    why: null,
    nextAt: null,
    ...over,
  };
}
