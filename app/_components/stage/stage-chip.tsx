import { stageColours } from "./stage-colours.ts";
import { StageTile } from "./stage-tile.tsx";

/**
 * Tile and name of a stage. `stage` is the key, `name` its displayed name (see `stageName`); `isSecondary`
 * outlines it.
 */
export function StageChip({
  stage,
  name,
  isSecondary = false,
}: {
  stage: string;
  name: string;
  isSecondary?: boolean;
}) {
  return (
    <span
      className={`inline-flex h-5 items-center gap-[5px] rounded-1 pe-[7px] text-small font-semibold whitespace-nowrap text-stage-ink [&>:first-child]:rounded-e-none ${isSecondary ? "inset-ring inset-ring-stage" : "bg-stage-soft"}`}
      {...stageColours(stage)}
    >
      <StageTile stage={stage} />
      {name}
    </span>
  );
}
