import { describe, expect, test } from "vitest";

import type { Attempt } from "#lib/deliveries/delivery";
import { describeHistory } from "#lib/deliveries/describe-history";
import { ownWords, plainFailure } from "#lib/deliveries/plain-failure";
import { locales } from "#lib/i18n/locale";
import { translatorFor } from "#lib/i18n/translator";

import { noon } from "../support/context.ts";

test("asked nine times in vain is one line, with how often, from when until when, and what came back", () => {
  const asked = Array.from({ length: 9 }, (_, index) =>
    anAttempt(index, {
      ...inVain,
      excerpt: index % 2 === 0 ? "read ECONNRESET" : "HTTP 503",
      httpStatus: index % 2 === 0 ? null : 503,
    }),
  );
  const [, line, ...rest] = toldAs("en", asked);
  expect(rest).toEqual([]);
  expect(line).toMatchObject({
    times: 9,
    happened: "We asked X 9 times between 12:00 and 12:08; it did not answer.",
    cameBack: "The connection broke off before an answer came. It was overloaded or out of order.",
    said: undefined,
  });
  expect(line?.decided).toBe("Nothing is sent meanwhile. We ask X at 12:09.");
  expect(line?.technical.map(({ words }) => words).slice(0, 2)).toEqual([
    "read ECONNRESET",
    "HTTP 503",
  ]);
});

test("what is different stays apart: another answer, another decision, and whatever a person did", () => {
  const person = { phase: "person", outcome: "moved", decided: "scheduled" } as const;
  const steps = toldAs("en", [
    anAttempt(0, inVain),
    anAttempt(1, { ...inVain, outcome: "absent" }),
    anAttempt(2, { ...inVain, outcome: "absent", why: "too-early" }),
    anAttempt(3, person),
    anAttempt(4, person),
  ]);
  expect(steps).toHaveLength(6);
  expect(steps.every(({ times }) => times === 1)).toBe(true);
});

describe.each(locales)("in %s", (locale) => {
  test("no technical word is told, only kept for who asks for it", () => {
    for (const excerpt of technical)
      for (const phase of ["prepare", "publish", "reconcile"] as const) {
        const outcome = phase === "prepare" ? "not-sent" : "unknown";
        const [, once] = toldAs(locale, [anAttempt(0, { ...inVain, phase, outcome, excerpt })]);
        expect(JSON.stringify({ ...once, technical: [] }), excerpt).not.toContain(excerpt);
        expect(once?.cameBack, excerpt).toMatch(/^\p{Lu}.*\.$/u);
        expect(once?.technical).toMatchObject([{ words: excerpt }]);
      }
  });

  test("every outcome that repeats is told once, with both ends of the time", () => {
    const repeating = ["not-sent", "later", "unknown", "absent", "reconnect", "stopped"];
    for (const phase of ["prepare", "publish", "reconcile"] as const)
      for (const outcome of repeating) {
        const all = [0, 1, 2].map((at) => anAttempt(at, { phase, outcome }));
        const [, line] = toldAs(locale, all);
        expect(line?.happened, `${phase} ${outcome}`).toMatch(/^\p{Lu}.* 3 .*12:00.*12:02.*\.$/u);
      }
  });
});

test("the network's own words are quoted without their code, its numbers never", () => {
  const quoted = (excerpt: string) => ownWords({ httpStatus: null, excerpt });
  expect(quoted("InvalidRequest: The text is too long.")).toBe("The text is too long.");
  expect(quoted("Validation failed: Text can't be blank")).toBe(
    "Validation failed: Text can't be blank",
  );
  expect(quoted("HTTP 422")).toBeUndefined();
  expect(quoted("socket hang up")).toBeUndefined();
  const [, refused] = toldAs("en", [
    anAttempt(0, { outcome: "refused", excerpt: "Text can't be blank", httpStatus: 422 }),
  ]);
  expect(refused).toMatchObject({
    said: "Text can't be blank",
    technical: [{ words: "HTTP 422 · Text can't be blank" }],
  });
});

test("a reason that says what happened already is not said again", () => {
  const [, step] = toldAs("en", [
    anAttempt(0, { phase: "publish", outcome: "not-sent", why: "unreachable" }),
  ]);
  expect(step?.happened).toContain("could not reach X");
  expect(step?.decided).not.toContain("could not reach");
});

test("where it is told that the post is there, its address is no quotation", () => {
  const excerpt = "https://x.example/1";
  const [, found] = toldAs("en", [anAttempt(0, { outcome: "published", excerpt })]);
  expect(found).toMatchObject({ address: excerpt, said: undefined, technical: [] });
});

test("an answer by status: what is ours to wait for and what is broken there", () => {
  const answer = (httpStatus: number) => plainFailure({ httpStatus, excerpt: null });
  expect([500, 502, 503, 504, 408, 422].map(answer)).toEqual([
    "trouble",
    "overloaded",
    "overloaded",
    "overloaded",
    "too-slow",
    undefined,
  ]);
});

const technical = [
  "read ECONNRESET",
  "connect ECONNREFUSED 127.0.0.1:443",
  "getaddrinfo ENOTFOUND mastodon.example",
  "self-signed certificate in certificate chain",
  "HTTP 503",
  "HTTP 500",
  "other side closed",
  "The operation was aborted due to timeout",
  "Unexpected end of JSON input",
];

const inVain = {
  phase: "reconcile",
  outcome: "unknown",
  decided: "unknown",
  why: "no-answer",
  excerpt: "socket hang up",
} as const;

function toldAs(locale: "en" | "nl", history: readonly Attempt[]) {
  const tell = translatorFor(locale);
  const moment = (at: Date) => at.toISOString().slice(11, 16);
  return describeHistory(
    { history, createdAt: noon, id: "d" },
    { tell, has: tell.has, moment, network: "X" },
  );
}

function anAttempt(minute: number, over: Partial<Attempt>): Attempt {
  const at = new Date(noon.getTime() + minute * 60_000);
  return {
    id: `a${minute}`,
    workspaceId: "w",
    deliveryId: "d",
    at,
    phase: "publish",
    outcome: "published",
    httpStatus: null,
    excerpt: null,
    decided: "unknown",
    why: null,
    nextAt: new Date(at.getTime() + 60_000),
    ...over,
  };
}
