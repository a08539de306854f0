import type { Identity, Person } from "../people/person.ts";
import type { Touchpoint } from "./touchpoint.ts";

/** A touchpoint with its person and the stage that it is evidence for. */
export interface TouchpointInList {
  readonly touchpoint: Touchpoint;
  readonly person: Pick<Person, "id" | "displayName" | "role" | "doNotThank">;
  readonly identity: Pick<
    Identity,
    "id" | "network" | "remoteId" | "handle" | "displayName" | "avatarUrl"
  >;
  /** The post of ours that it is about. */
  readonly post: { readonly id: string; readonly text: string } | undefined;
  /** Undefined until the touchpoint is classified, shortly after it was recorded. */
  readonly classification:
    | {
        readonly stageId: string | null;
        readonly rule: string;
        readonly strength: "weak" | "medium" | "strong" | "definitive";
        readonly advocacyWeight: number;
        readonly isHalved: boolean;
      }
    | undefined;
}

export interface TouchpointPage {
  /** Newest first. */
  readonly touchpoints: readonly TouchpointInList[];
  /** The `after` of the next page. Undefined on the last page. */
  readonly next: string | undefined;
}

export interface TouchpointCursor {
  readonly occurredAt: Date;
  readonly id: string;
}

export function writeCursor({ occurredAt, id }: TouchpointCursor): string {
  return `${occurredAt.getTime()}_${id}`;
}

/** Returns undefined if the text is no cursor of ours; the list then starts from the beginning. */
export function readCursor(text: string | undefined): TouchpointCursor | undefined {
  const [, time, id] = /^(-?\d{1,15})_(.+)$/.exec(text ?? "") ?? [];
  return time && id ? { occurredAt: new Date(Number(time)), id } : undefined;
}
