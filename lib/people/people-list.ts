import type { Identity, Person } from "./person.ts";

/** A row in the list of people. */
export interface PersonInList {
  readonly person: Person;
  readonly identities: readonly Pick<Identity, "network" | "handle" | "avatarUrl">[];
  readonly primaryStageId: string | null;
  readonly secondaryStageId: string | null;
  readonly isUnsure: boolean;
  readonly isAway: boolean;
  /** For a stage that covers both: considering a purchase without having bought (again). */
  readonly isDeciding: boolean;
  readonly touchpointCount: number;
}

export interface PeoplePage {
  readonly people: readonly PersonInList[];
  /** Pass it as `after` to get the next page; undefined on the last page. */
  readonly next: string | undefined;
}

/** Position in the list, by last time seen and then id. */
export interface PeopleCursor {
  readonly lastSeenAt: Date;
  readonly id: string;
}

export function writeCursor({ lastSeenAt, id }: PeopleCursor): string {
  return `${lastSeenAt.getTime()}_${id}`;
}

/** Returns the cursor; undefined if the text is not a valid one, so that the list starts at its beginning. */
export function readCursor(text: string | undefined): PeopleCursor | undefined {
  const [, time, id] = /^(\d{1,15})_(.+)$/.exec(text ?? "") ?? [];
  return time && id ? { lastSeenAt: new Date(Number(time)), id } : undefined;
}
