import type { Touchpoint } from "../engagement/touchpoint.ts";
import { sha256 } from "../kernel/sha256.ts";
import { momentDays } from "./moments.ts";
import type { Moment } from "./shout-out.ts";

const dayMs = 86_400_000;

/**
 * Returns the row without the person, which the caller adds. The id is derived from the act and the kind, so
 * that deriving it again gives the same row.
 */
export function momentRow(act: Touchpoint, kind: Moment["kind"]): Omit<Moment, "personId"> {
  return {
    id: `moment-${sha256(`${act.id}/${kind}`).slice(0, 24)}`,
    workspaceId: act.workspaceId,
    kind,
    touchpointId: act.id,
    at: act.occurredAt,
    expiresAt: new Date(act.occurredAt.getTime() + momentDays * dayMs),
  };
}
