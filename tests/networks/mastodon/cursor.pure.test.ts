import { expect, test } from "vitest";

import {
  afterPage,
  byId,
  isKnown,
  readCursor,
  readFrom,
  type Cursor,
} from "#lib/networks/mastodon/cursor";

const now = new Date("2026-03-01T12:00:00Z");
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1000);

/** Entries with these ids, one every ten seconds up to `newest` seconds ago. */
function entries(from: number, count: number, newestAgo: number) {
  return Array.from({ length: count }, (_nothing, index) => ({
    id: String(from + index),
    at: secondsAgo(newestAgo + (count - 1 - index) * 10),
  }));
}

function walk(cursor: Cursor, ...pages: ReturnType<typeof entries>[]): Cursor {
  return pages.reduce((before, page) => afterPage(before, page, now), cursor);
}

test("the first walk goes down from the newest, a page at a time, to its end", () => {
  const start = readCursor(null);
  expect(readFrom(start)).toEqual({ max_id: undefined });
  const first = walk(start, entries(50, 50, 600));
  expect(readFrom(first)).toEqual({ max_id: "50" });
  const second = walk(first, entries(1, 49, 2_000));
  expect(readFrom(second)).toEqual({ max_id: "1" });
  expect(readFrom(walk(second, []))).toEqual({ min_id: "99" });
});

test("the first walk ends where our time began", () => {
  const old = [{ id: "1", at: secondsAgo(31 * 86_400) }];
  expect(readFrom(walk(readCursor(null), [...old, ...entries(2, 3, 600)]))).toEqual({
    min_id: "4",
  });
});

test("an account without any past begins at the bottom", () => {
  expect(readFrom(walk(readCursor(null), []))).toEqual({ min_id: "0" });
});

test("what is fresh is read again until it has settled, and known by its id", () => {
  const cursor = walk(readCursor(null), entries(1, 20, 0), []);
  // 120 seconds: the twelve newest of them may still have neighbours on their way.
  expect(readFrom(cursor)).toEqual({ min_id: "8" });
  expect(isKnown(cursor, "9")).toBe(true);
  expect(isKnown(cursor, "21")).toBe(false);
  const later = afterPage(cursor, entries(9, 12, 300), new Date(now.getTime() + 300_000));
  expect(later).toMatchObject({ mark: "20", known: [] });
});

test("a walk upwards passes what is fresh without leaving the mark behind it", () => {
  const cursor = walk(readCursor(null), [], entries(1, 80, 0), entries(81, 80, 0));
  expect(readFrom(cursor)).toEqual({ min_id: "160" });
  expect(cursor.mark).toBe("68");
  expect(readFrom(walk(cursor, []))).toEqual({ min_id: "68" });
});

test("so much fresh at once that it cannot be kept moves the mark", () => {
  const cursor = walk(
    readCursor(null),
    [],
    ...[0, 1, 2, 3, 4, 5].map((n) => entries(n * 80 + 1, 80, 0)),
  );
  expect(cursor.known).toHaveLength(400);
  expect(cursor.mark).toBe("80");
});

test("ids are longer numbers than numbers hold", () => {
  const ids = ["117658128605577260", "99", "117658128605577259", "100"];
  expect(ids.toSorted(byId)).toEqual(["99", "100", "117658128605577259", "117658128605577260"]);
});
