import type { Identity, Person } from "../people/person.ts";
import type { Touchpoint } from "./touchpoint.ts";

/** A touchpoint with whose it is and which stage it spoke for. */
export interface TouchpointInList {
  readonly touchpoint: Touchpoint;
  readonly person: Pick<Person, "id" | "displayName" | "role" | "doNotThank">;
  readonly identity: Pick<
    Identity,
    "id" | "network" | "remoteId" | "handle" | "displayName" | "avatarUrl"
  >;
  /** The post of ours that it is about. */
  readonly post: { readonly id: string; readonly text: string } | undefined;
  /** Undefined until the touchpoint has been put to a stage, which takes a moment. */
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
  /** Give it as `after` for the page behind this one; undefined on the last. */
  readonly next: string | undefined;
}

export interface TouchpointCursor {
  readonly occurredAt: Date;
  readonly id: string;
}

export function writeCursor({ occurredAt, id }: TouchpointCursor): string {
  return `${occurredAt.getTime()}_${id}`;
}

/** Undefined where the text is none of ours: the list then begins at its beginning. */
export function readCursor(text: string | undefined): TouchpointCursor | undefined {
  const [, time, id] = /^(-?\d{1,15})_(.+)$/.exec(text ?? "") ?? [];
  return time && id ? { occurredAt: new Date(Number(time)), id } : undefined;
}
