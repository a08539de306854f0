import fc from "fast-check";
import { expect, test } from "vitest";

import { audienceUntil, inOrder } from "#lib/networks/practice/audience";
import { castOf } from "#lib/networks/practice/cast";
import type { PracticePost } from "#lib/networks/practice/feed";

const account = { id: "3f9a0c", handle: "noorderwol.practice" };
const start = Date.UTC(2026, 7, 21, 8);
const day = 86_400_000;

const subjects = [
  "Vers geschoren",
  "Winactie: win een muts",
  "Muts, € 39",
  "Wol wassen, zo doe je dat",
];

function aPost(number: number, at: number, over: Partial<PracticePost> = {}): PracticePost {
  return {
    id: `post-${number}`,
    accountId: account.id,
    text: subjects[number % subjects.length] ?? "",
    images: [],
    replyTo: null,
    postedAt: new Date(at),
    removedAt: null,
    ...over,
  };
}

/** A post every other day. */
function posts(count: number): PracticePost[] {
  return Array.from({ length: count }, (_, number) => aPost(number, start + number * 2 * day));
}

const later = (days: number) => new Date(start + days * day);

test("the same however often and however far in steps one asks", () => {
  const history = fc.array(fc.integer({ min: 0, max: 90 * 24 * 60 }), {
    minLength: 1,
    maxLength: 12,
  });
  const looks = fc.array(fc.integer({ min: 0, max: 100 * 24 * 60 }), { maxLength: 6 });
  fc.assert(
    fc.property(history, looks, (minutes, askedAt) => {
      const whole = minutes
        .toSorted((one, two) => one - two)
        .map((minute, number) => aPost(number, start + minute * 60_000 + number));
      const until = later(101);
      const inSteps = [
        ...askedAt.toSorted((one, two) => one - two).map((at) => start + at * 60_000),
        +until,
      ];
      const seen: string[] = [];
      let after: { at: Date; remoteId: string } | undefined;
      for (const now of inSteps) {
        // What is published later is not there yet.
        const known = whole.filter((post) => post.postedAt.getTime() <= now);
        const news = audienceUntil(account, known, new Date(now)).filter(
          (touchpoint) => !after || inOrder(after, touchpoint) < 0,
        );
        seen.push(...news.map((touchpoint) => `${touchpoint.remoteId}@${+touchpoint.at}`));
        after = news.at(-1) ?? after;
      }
      const atOnce = audienceUntil(account, whole, until).map(
        (one) => `${one.remoteId}@${+one.at}`,
      );
      expect(seen).toEqual(atOnce);
      expect(new Set(seen).size).toBe(seen.length);
    }),
    { numRuns: 40 },
  );
});

test("nobody reacts before the post is there, nor after it is gone", () => {
  const removedAt = new Date(start + 6 * 3_600_000);
  const only = aPost(0, start, { removedAt });
  for (const { at } of audienceUntil(account, [only], later(30))) {
    expect(at.getTime()).toBeGreaterThan(start);
    expect(at.getTime()).toBeLessThan(removedAt.getTime());
  }
});

test("within half a minute of a first post: a like, a follower, a fan's mention and a question", () => {
  const seconds = (count: number) =>
    audienceUntil(account, [aPost(0, start)], new Date(start + count * 1_000));
  expect(seconds(5).map(({ type }) => type)).toContain("like");
  expect(seconds(15).map(({ type }) => type)).toContain("mention");
  const types = seconds(30).map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(["follow", "like", "mention", "reply"]));
  expect(types.filter((type) => type === "like").length).toBeGreaterThan(3);
  expect(seconds(30).some(({ text }) => text?.includes("?"))).toBe(true);
});

test.each([1, 7, 30])(
  "post %i meets its first like in five seconds and a voice in fifteen",
  (number) => {
    const whole = posts(number + 1);
    const posted = start + number * 2 * day;
    const soon = audienceUntil(account, whole, new Date(posted + 15_000)).filter(
      ({ onRemoteId, at }) => onRemoteId === `post-${number}` || at.getTime() > posted,
    );
    const like = soon.find(({ type }) => type === "like");
    expect(like?.at.getTime()).toBeLessThanOrEqual(posted + 5_000);
    expect(soon.some(({ type }) => type === "reply" || type === "mention")).toBe(true);
  },
);

test("most turn up once or twice, a few carry the rest", () => {
  const counts = [...perPerson(posts(45), 95).values()].toSorted((one, two) => two - one);
  const total = counts.reduce((sum, count) => sum + count, 0);
  expect(counts.length).toBeGreaterThanOrEqual(60);
  expect(counts.length).toBeLessThanOrEqual(120);
  const topTen = counts.slice(0, 10).reduce((sum, count) => sum + count, 0);
  expect(topTen / total).toBeGreaterThan(0.35);
  expect(counts.filter((count) => count <= 3).length / counts.length).toBeGreaterThan(0.5);
});

test("everything that real audiences do turns up in a season", () => {
  const season = audienceUntil(account, posts(45), later(95));
  const kinds = new Set(season.map(({ remoteId }) => remoteId.split("/").at(-1)));
  for (const kind of ["question", "praise", "mention", "photo", "review", "quote", "repost"])
    expect(kinds).toContain(kind);
  for (const kind of ["follow", "help", "complaint", "relief", "return", "contest"])
    expect(kinds).toContain(kind);
  expect(season.some(({ stars }) => stars === 5)).toBe(true);
});

test("a complaint turns happy days later", () => {
  const season = audienceUntil(account, posts(45), later(95));
  const sour = season.find(({ remoteId }) => remoteId.endsWith("/complaint"));
  const happy = season.find(
    ({ remoteId }) => remoteId === sour?.remoteId.replace("complaint", "relief"),
  );
  expect((happy?.at.getTime() ?? 0) - (sour?.at.getTime() ?? 0)).toBeGreaterThan(2 * day);
});

test("somebody is quiet for more than forty days and comes back", () => {
  const season = audienceUntil(account, posts(45), later(95));
  const returner = castOf(account.id).find(({ part }) => part === "returner");
  const days = season
    .filter(({ person }) => person.remoteId === returner?.key)
    .map(({ at }) => at.getTime() / day);
  const longest = Math.max(...days.slice(1).map((at, index) => at - (days[index] ?? at)));
  expect(longest).toBeGreaterThan(38);
});

test("contest hunters copy the same words", () => {
  const entries = audienceUntil(account, posts(20), later(50)).filter(({ remoteId }) =>
    remoteId.endsWith("/contest"),
  );
  expect(entries.length).toBeGreaterThan(5);
  expect(new Set(entries.map(({ text }) => text)).size).toBeLessThanOrEqual(2);
});

test("who is named in a post says thank you within twenty seconds", () => {
  const fan = castOf(account.id)[0]!;
  const thanks = aPost(1, start + day, { text: `Wat mooi, @${fan.handle}! Dank je wel.` });
  const soon = audienceUntil(account, [aPost(0, start), thanks], new Date(start + day + 20_000));
  const answer = soon.find(({ onRemoteId, type }) => onRemoteId === thanks.id && type === "reply");
  expect(answer?.person.handle).toBe(fan.handle);
});

test("who is answered says thank you, and nobody else joins in", () => {
  const [question] = audienceUntil(account, [aPost(0, start)], later(1)).filter(
    ({ type }) => type === "reply",
  );
  const answer = aPost(1, start + day, { text: "Die is € 39.", replyTo: question!.remoteId });
  const about = audienceUntil(account, [aPost(0, start), answer], later(9)).filter(
    ({ onRemoteId }) => onRemoteId === answer.id,
  );
  expect(new Set(about.map(({ person }) => person.handle))).toEqual(
    new Set([question!.person.handle]),
  );
});

test("every account has an audience of its own", () => {
  const loyal = (id: string) =>
    castOf(id)
      .filter(({ part }) => part === "loyal")
      .map(({ key }) => key);
  expect(loyal("one")).not.toEqual(loyal("two"));
  expect(new Set(castOf("one").map(({ key }) => key)).size).toBe(castOf("one").length);
});

function perPerson(whole: PracticePost[], days: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { person } of audienceUntil(account, whole, later(days)))
    counts.set(person.remoteId, (counts.get(person.remoteId) ?? 0) + 1);
  return counts;
}
