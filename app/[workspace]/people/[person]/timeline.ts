import type { TouchpointInList } from "#lib/engagement/touchpoint-list";
import type { Transition } from "#lib/journey/belief";

/** What stands in the list of one person, newest first. */
export type TimelineRow =
  | { kind: "touch"; key: string; entry: TouchpointInList }
  | { kind: "move"; key: string; entry: TouchpointInList; move: Transition }
  | { kind: "quiet"; key: string; days: number; awayFrom: Date | undefined };

const dayMs = 86_400_000;
/** Shorter silences are nothing to speak of. */
const quietFromDays = 30;

/** `entries` newest first. A touch that moved the person shows the move; a long silence between two is a row of its own. */
export function timelineOf(
  entries: readonly TouchpointInList[],
  moves: readonly Transition[],
  now: Date,
): TimelineRow[] {
  const byCause = new Map(moves.map((move) => [move.causeTouchpointId, move]));
  const rows: TimelineRow[] = [];
  let later = now;
  for (const entry of entries) {
    const { id, occurredAt } = entry.touchpoint;
    const days = Math.floor((later.getTime() - occurredAt.getTime()) / dayMs);
    if (days >= quietFromDays)
      rows.push({
        kind: "quiet",
        key: `quiet-${id}`,
        days,
        awayFrom: awayIn(moves, occurredAt, later),
      });
    const move = byCause.get(id);
    rows.push(move ? { kind: "move", key: id, entry, move } : { kind: "touch", key: id, entry });
    later = occurredAt;
  }
  return rows;
}

function awayIn(moves: readonly Transition[], from: Date, to: Date): Date | undefined {
  return moves.find(({ kind, at }) => kind === "exit" && at > from && at <= to)?.at;
}
