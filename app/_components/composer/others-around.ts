import type { ComposerStage, PlannedMark, WallClock } from "./draft.ts";

const weekMs = 7 * 86_400_000;

/** Counts the other posts of the stage that are planned within one week before or after a time. */
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
