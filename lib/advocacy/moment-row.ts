import type { Touchpoint } from "../engagement/touchpoint.ts";
import { sha256 } from "../kernel/sha256.ts";
import { momentDays } from "./moments.ts";
import type { Moment } from "./shout-out.ts";

const dayMs = 86_400_000;

/** The id follows from what it is about, so that finding it again finds the same. Whose it is, the caller adds. */
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
