import fc from "fast-check";
import { expect, test } from "vitest";

import {
  afterPage,
  isKnown,
  lowerEnd,
  readCursor,
  type Cursor,
  type Seen,
} from "#lib/networks/bluesky/cursor";

const start = new Date("2026-03-01T12:00:00Z");
const hour = 3_600_000;

function at(ms: number): string {
  return new Date(start.getTime() + ms).toISOString();
}

test("the first time reaches back thirty days, later an hour before the mark", () => {
  expect(lowerEnd(readCursor(null), start)).toEqual(new Date(start.getTime() - 30 * 24 * hour));
  const later = afterPage(readCursor(null), [{ uri: "at://a", at: at(0) }], undefined);
  expect(lowerEnd(later, new Date(at(9 * hour)))).toEqual(new Date(at(-hour)));
});

test("the mark moves only when the walk has arrived", () => {
  const first = afterPage(readCursor(null), [{ uri: "at://c", at: at(3) }], "further");
  expect(first).toMatchObject({ mark: null, walk: { page: "further", newest: at(3) } });
  const second = afterPage(first, [{ uri: "at://a", at: at(1) }], undefined);
  expect(second).toMatchObject({ mark: at(3), walk: null });
  expect([isKnown(second, "at://a"), isKnown(second, "at://b")]).toEqual([true, false]);
});

test("an empty list keeps the cursor", () => {
  const before = afterPage(readCursor(null), [{ uri: "at://a", at: at(0) }], undefined);
  expect(afterPage(before, [], undefined)).toMatchObject({ mark: at(0), walk: null });
});

test("a cursor that is no instant is passed on as it is", () => {
  const cursor = afterPage(readCursor(null), [{ uri: "at://a", at: at(0) }], "opaque::1");
  expect(cursor.walk?.page).toBe("opaque::1");
});

/** As the AppView pages: newest first, and a cursor that skips the rest of its own millisecond. */
function pageOf(all: readonly Seen[], size: number, cursor: string | undefined) {
  const below = all.filter((one) => cursor === undefined || one.at < cursor);
  const page = below.slice(0, size);
  return { page, cursor: page.length < size ? undefined : page.at(-1)?.at };
}

function walk(all: readonly Seen[], size: number, from: Cursor) {
  const told: string[] = [];
  let cursor = from;
  for (let pages = 0; pages < 200; pages += 1) {
    const { page, cursor: next } = pageOf(all, size, cursor.walk?.page);
    const end = lowerEnd(cursor, start);
    const isAtEnd = page.some((one) => new Date(one.at) < end);
    told.push(...page.filter(({ uri }) => !isKnown(cursor, uri)).map(({ uri }) => uri));
    cursor = readCursor(
      JSON.parse(JSON.stringify(afterPage(cursor, page, isAtEnd ? undefined : next))),
    );
    if (cursor.walk === null) return { told, cursor };
  }
  throw new Error("The walk does not end.");
}

test("nothing is lost or told twice, however many share a millisecond, up to a page", () => {
  const size = 5;
  // At most four in one millisecond: fewer than a page.
  const crowds = fc.array(fc.integer({ min: 1, max: size - 1 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(crowds, crowds, (early, late) => {
      const old = listOf(early, "early", 0);
      const first = walk(old, size, readCursor(null));
      expect(first.told.toSorted()).toEqual(old.map(({ uri }) => uri).toSorted());
      const fresh = listOf(late, "late", 1_000);
      const second = walk([...fresh, ...old], size, first.cursor);
      expect(second.told.toSorted()).toEqual(fresh.map(({ uri }) => uri).toSorted());
    }),
  );
});

/** Newest first. */
function listOf(crowds: readonly number[], name: string, from: number): Seen[] {
  return crowds
    .flatMap((count, ms) =>
      Array.from({ length: count }, (_, index) => ({
        uri: `at://${name}/${ms}/${index}`,
        at: at(from + ms),
      })),
    )
    .toReversed();
}
