import type { ComposerStage, PlannedMark, WallClock } from "./draft.ts";

const weekMs = 7 * 86_400_000;

/** How many other posts of the stage are planned in the week before and the week after a moment. */
export function othersAround(
  at: WallClock,
  stage: ComposerStage | undefined,
  planned: readonly PlannedMark[],
): number {
  const day = Date.parse(at.slice(0, 10));
  return planned.filter(
    (mark) => mark.stageKey === stage?.key && Math.abs(Date.parse(mark.day) - day) <= weekMs,
  ).length;
}
