import fc from "fast-check";
import { expect, test } from "vitest";

import { nextPage } from "#lib/networks/bluesky/next-page";
import {
  afterPage,
  isKnown,
  lowerEnd,
  reachesEnd,
  readWalk,
  type WalkCursor,
  type Seen,
} from "#lib/networks/kit/walk";

const start = new Date("2026-03-01T12:00:00Z");
const hour = 3_600_000;

function at(ms: number): string {
  return new Date(start.getTime() + ms).toISOString();
}

test("the first time reaches back thirty days, later an hour before the mark", () => {
  expect(lowerEnd(readWalk(null), start)).toEqual(new Date(start.getTime() - 30 * 24 * hour));
  const later = afterPage(readWalk(null), [{ id: "at://a", at: at(0) }], undefined);
  expect(lowerEnd(later, new Date(at(9 * hour)))).toEqual(new Date(at(-hour)));
});

test("the mark moves only when the walk has arrived", () => {
  const first = afterPage(readWalk(null), [{ id: "at://c", at: at(3) }], "further");
  expect(first).toMatchObject({ mark: null, walk: { page: "further", newest: at(3) } });
  const second = afterPage(first, [{ id: "at://a", at: at(1) }], undefined);
  expect(second).toMatchObject({ mark: at(3), walk: null });
  expect([isKnown(second, "at://a"), isKnown(second, "at://b")]).toEqual([true, false]);
});

test("an empty list keeps the cursor", () => {
  const before = afterPage(readWalk(null), [{ id: "at://a", at: at(0) }], undefined);
  expect(afterPage(before, [], undefined)).toMatchObject({ mark: at(0), walk: null });
});

test("a cursor that is no instant is passed on as it is", () => {
  const cursor = afterPage(readWalk(null), [{ id: "at://a", at: at(0) }], "opaque::1");
  expect(cursor.walk?.page).toBe("opaque::1");
});

test.each([
  ["in circles", (page: number) => `p${page % 2}`],
  ["on for ever", (page: number) => `p${page}`],
])("a network that leads %s is not followed for ever", (_name, nameOf) => {
  let cursor = readWalk(null);
  let pages = 0;
  do {
    cursor = afterPage(cursor, [{ id: `${pages}`, at: at(-pages) }], nameOf(pages));
    pages += 1;
  } while (cursor.walk !== null && pages < 1_000);
  expect(cursor).toMatchObject({ mark: at(0), walk: null });
  expect(pages).toBeLessThanOrEqual(401);
});

test("a network that shows the same page for ever is not walked for ever", () => {
  const page = [
    { id: "b", at: at(1) },
    { id: "a", at: at(0) },
  ];
  const first = afterPage(readWalk(null), page, "a");
  expect(afterPage(first, page, "a")).toMatchObject({ mark: at(1), walk: null });
});

/** As the AppView pages: newest first, and a cursor that skips the rest of its own millisecond. */
function pageOf(all: readonly Seen[], size: number, cursor: string | undefined) {
  const below = all.filter((one) => cursor === undefined || (one.at ?? "") < cursor);
  const page = below.slice(0, size);
  return { page, cursor: page.length < size ? undefined : page.at(-1)?.at };
}

function walk(all: readonly Seen[], size: number, from: WalkCursor) {
  const told: string[] = [];
  let cursor = from;
  for (let pages = 0; pages < 200; pages += 1) {
    const { page, cursor: next } = pageOf(all, size, cursor.walk?.page);
    told.push(...page.filter(({ id }) => !isKnown(cursor, id)).map(({ id }) => id));
    cursor = readWalk(
      JSON.parse(
        JSON.stringify(
          afterPage(
            cursor,
            page,
            reachesEnd(cursor, page, start) ? undefined : nextPage(next, page),
          ),
        ),
      ),
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
      const first = walk(old, size, readWalk(null));
      expect(first.told.toSorted()).toEqual(old.map(({ id }) => id).toSorted());
      const fresh = listOf(late, "late", 1_000);
      const second = walk([...fresh, ...old], size, first.cursor);
      expect(second.told.toSorted()).toEqual(fresh.map(({ id }) => id).toSorted());
    }),
  );
});

/** Newest first. */
function listOf(crowds: readonly number[], name: string, from: number): Seen[] {
  return crowds
    .flatMap((count, ms) =>
      Array.from({ length: count }, (_, index) => ({
        id: `at://${name}/${ms}/${index}`,
        at: at(from + ms),
      })),
    )
    .toReversed();
}
