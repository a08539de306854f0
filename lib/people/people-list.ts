import type { Identity, Person } from "./person.ts";

/** One row of the list of people: who, by which names, and where they seem to be. */
export interface PersonInList {
  readonly person: Person;
  readonly identities: readonly Pick<Identity, "network" | "handle" | "avatarUrl">[];
  readonly primaryStageId: string | null;
  readonly secondaryStageId: string | null;
  readonly isUnsure: boolean;
  readonly isAway: boolean;
  /** In the stage that stands for both: they look at buying, and have not bought (again). */
  readonly isDeciding: boolean;
  readonly touchpointCount: number;
}

export interface PeoplePage {
  readonly people: readonly PersonInList[];
  /** Give it as `after` for the page behind this one; undefined on the last. */
  readonly next: string | undefined;
}

/** Lists go by when people were last about; the id tells two of the same instant apart. */
export interface PeopleCursor {
  readonly lastSeenAt: Date;
  readonly id: string;
}

export function writeCursor({ lastSeenAt, id }: PeopleCursor): string {
  return `${lastSeenAt.getTime()}_${id}`;
}

/** Undefined where the text is none of ours: the list then begins at its beginning. */
export function readCursor(text: string | undefined): PeopleCursor | undefined {
  const [, time, id] = /^(\d{1,15})_(.+)$/.exec(text ?? "") ?? [];
  return time && id ? { lastSeenAt: new Date(Number(time)), id } : undefined;
}
