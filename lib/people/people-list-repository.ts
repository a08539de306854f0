import { and, asc, count, desc, eq, inArray, isNull, lt, or, type SQL } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { selectIndexed } from "../db/text-index.ts";
import { touchpoints } from "../engagement/schema.ts";
import { beliefs } from "../journey/schema.ts";
import type { PeopleCursor } from "./people-list.ts";
import type { Identity, Person } from "./person.ts";
import { identities, persons } from "./schema.ts";

interface Wanted {
  readonly stageId?: string | undefined;
  readonly presence?: "away" | "here" | undefined;
  readonly after: PeopleCursor | undefined;
  readonly limit: number;
  /**
   * Words for the search index; each must be the beginning of a word or part of a word in a name or handle.
   */
  readonly called?: readonly string[] | undefined;
}

export async function selectPeople(
  db: Db,
  workspaceId: string,
  { stageId, presence, after, limit, called }: Wanted,
): Promise<{ person: Person; belief: typeof beliefs.$inferSelect | null }[]> {
  return db
    .select({ person: persons, belief: beliefs })
    .from(persons)
    .leftJoin(beliefs, eq(beliefs.id, persons.id))
    .where(
      and(
        eq(persons.workspaceId, workspaceId),
        isNull(persons.mergedInto),
        stageId ? isIn(stageId) : undefined,
        presence && isPresent(presence),
        after && isBehind(after),
        called && isCalled(db, workspaceId, called),
      ),
    )
    .orderBy(desc(persons.lastSeenAt), desc(persons.id))
    .limit(limit);
}

/**
 * Returns the people of these identities, in no order. Sorting the few results is faster than the engine's
 * plan, which would scan all people in order.
 */
export async function selectPeopleOf(
  db: Db,
  workspaceId: string,
  identityIds: readonly string[],
  { stageId, presence, after }: Omit<Wanted, "limit" | "called">,
): Promise<Awaited<ReturnType<typeof selectPeople>>> {
  if (identityIds.length === 0) return [];
  const called = await db
    .selectDistinct({ personId: identities.personId })
    .from(identities)
    .where(and(eq(identities.workspaceId, workspaceId), inArray(identities.id, [...identityIds])));
  const ids = called.map(({ personId }) => personId);
  return db
    .select({ person: persons, belief: beliefs })
    .from(persons)
    .leftJoin(beliefs, eq(beliefs.id, persons.id))
    .where(
      and(
        inArray(persons.id, ids),
        stageId ? isIn(stageId) : undefined,
        presence && isPresent(presence),
        after && isBehind(after),
      ),
    );
}

export async function listIdentitiesOf(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
): Promise<Identity[]> {
  if (personIds.length === 0) return [];
  return db
    .select()
    .from(identities)
    .where(
      and(eq(identities.workspaceId, workspaceId), inArray(identities.personId, [...personIds])),
    )
    .orderBy(asc(identities.firstSeenAt), asc(identities.id));
}

export async function countTouchpoints(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
): Promise<Map<string, number>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select({ personId: identities.personId, count: count() })
    .from(identities)
    .innerJoin(touchpoints, eq(touchpoints.identityId, identities.id))
    .where(
      and(eq(identities.workspaceId, workspaceId), inArray(identities.personId, [...personIds])),
    )
    .groupBy(identities.personId);
  return new Map(rows.map((row) => [row.personId, row.count]));
}

function isCalled(db: Db, workspaceId: string, words: readonly string[]): SQL {
  const found = selectIndexed(db, { workspaceId, kind: "identity" }, words);
  return inArray(
    persons.id,
    db
      .select({ id: identities.personId })
      .from(identities)
      .where(and(eq(identities.workspaceId, workspaceId), inArray(identities.id, found))),
  );
}

/** A person may be in two stages at once. */
function isIn(stageId: string): SQL | undefined {
  return and(
    eq(beliefs.isAway, false),
    or(eq(beliefs.primaryStageId, stageId), eq(beliefs.secondaryStageId, stageId)),
  );
}

function isPresent(presence: "away" | "here"): SQL | undefined {
  if (presence === "away") return eq(beliefs.isAway, true);
  return or(eq(beliefs.isAway, false), isNull(beliefs.isAway));
}

function isBehind({ lastSeenAt, id }: PeopleCursor): SQL | undefined {
  return or(
    lt(persons.lastSeenAt, lastSeenAt),
    and(eq(persons.lastSeenAt, lastSeenAt), lt(persons.id, id)),
  );
}
