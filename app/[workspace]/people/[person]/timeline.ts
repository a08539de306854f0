import type { TouchpointInList } from "#lib/engagement/touchpoint-list";
import type { Transition } from "#lib/journey/belief";

/** A row in a person's timeline. */
export type TimelineRow =
  | { kind: "touch"; key: string; entry: TouchpointInList }
  | { kind: "move"; key: string; entry: TouchpointInList; move: Transition }
  | { kind: "quiet"; key: string; days: number; awayFrom: Date | undefined };

const dayMs = 86_400_000;
/** Shorter silences are not shown. */
const quietFromDays = 30;

/**
 * Builds the timeline from `entries`, newest first. A touchpoint that moved the person becomes a move, a long
 * silence a row of its own.
 */
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
