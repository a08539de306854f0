import { describe, expect, test } from "vitest";

import type { Account } from "#lib/accounts/account";
import { findInAccount, findInClock, findInSignIn } from "#lib/accounts/find-in-account";
import type { Connector } from "#lib/networks/contract/connector";
import type { ExamineOutcome } from "#lib/networks/contract/outcome";

const now = new Date("2026-03-01T12:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const account = {
  state: "active",
  rateLimitedUntil: null,
  postsResumeAt: null,
  lastCollectedAt: hours(-1),
  lastPublishedAt: null,
  allowances: null,
  connectedAt: hours(-100),
} as Account;
const connector = { label: "Wool", limits: { images: {} } } as Connector;
const fetching = { ...connector, limits: { images: { isFetched: true } } } as Connector;

test.each<[string, Partial<Account>, Partial<Connector>, string[]]>([
  ["all is well", {}, {}, []],
  ["paused, whatever else", { state: "paused", lastCollectedAt: null }, {}, ["paused notice"]],
  ["no credit", { state: "out_of_credit" }, {}, ["out-of-credit problem"]],
  ["the network wants a rest", { rateLimitedUntil: hours(1) }, {}, ["waits notice"]],
  ["the day is used up", { postsResumeAt: hours(1) }, {}, ["waits notice"]],
  ["a rest that is over", { rateLimitedUntil: hours(-1) }, {}, []],
  ["nothing read for a day", { lastCollectedAt: hours(-25) }, {}, ["not-read notice"]],
  ["never read, connected long ago", { lastCollectedAt: null }, {}, ["not-read notice"]],
  ["never read, connected now", { lastCollectedAt: null, connectedAt: now }, {}, []],
  ["a version that ends soon", {}, { versionEnds: "2026-05-01" }, ["version-ends notice"]],
  ["a version that has ended", {}, { versionEnds: "2026-02-01" }, ["version-ends problem"]],
  ["a version that lasts", {}, { versionEnds: "2028-07-29" }, []],
])("%s", (_name, state, spoken, found) => {
  const findings = findInAccount({ ...account, ...state }, { ...connector, ...spoken }, now, true);
  const toDo = findings.filter(({ weight }) => weight !== "fine");
  expect(toDo.map(({ code, weight }) => `${code} ${weight}`)).toEqual(found);
});

test("what last went well, how much of a day is used up, and what a review opens", () => {
  const told = [
    { name: "posts" as const, used: 79, total: 100 },
    { name: "replies" as const, used: 800, total: 1_000 },
  ];
  const used = { lastPublishedAt: hours(-2), allowances: { at: now.toISOString(), told } };
  const reviewed = { ...connector, network: "wool", hasReview: true } as Connector;
  const found = findInAccount({ ...account, ...used }, reviewed, now, true);
  expect(
    found.map(({ code, weight, values, remedy }) => [code, weight, values["count"], remedy]),
  ).toEqual([
    ["last-read", "fine", undefined, undefined],
    ["last-post", "fine", undefined, undefined],
    ["allowance", "fine", 79, undefined],
    ["allowance-low", "notice", 800, undefined],
    ["review", "fine", undefined, "connect.wool.review"],
  ]);
});

test("pictures that a network fetches need an address that it reaches", () => {
  const codes = (hasAddress: boolean) =>
    findInAccount(account, fetching, now, hasAddress).map(({ code }) => code);
  expect(codes(true)).not.toContain("pictures-unreachable");
  expect(codes(false)).toContain("pictures-unreachable");
});

test.each([
  [-121, 2],
  [121, 2],
  [3_600, 60],
  [119, undefined],
])("a clock that is %d seconds off", (seconds, minutes) => {
  const told = new Date(now.getTime() + seconds * 1000);
  const found = findInClock("Wool", told, now);
  expect(found.map(({ values }) => values["minutes"])).toEqual(minutes ? [minutes] : []);
  expect(findInClock("Wool", undefined, now)).toEqual([]);
});

describe("the end of a sign-in", () => {
  const told = (endsAt: Date): Extract<ExamineOutcome, { kind: "examined" }> => ({
    kind: "examined",
    permissions: [],
    endsAt,
  });
  test.each([
    [13, "sign-in-ends"],
    [-1, "sign-in-ends"],
    [15, "sign-in-lasts"],
  ])("in %d days", (days, code) => {
    expect(findInSignIn("Wool", told(hours(days * 24)), now)).toMatchObject([{ code }]);
  });
});
