import { stageColours } from "./stage-colours.ts";
import { StageTile } from "./stage-tile.tsx";

/** Tile and name. `stage` is the key, `name` what to call it (see `useStageName`); `isSecondary` outlines it. */
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
      className={isSecondary ? "stage-chip stage-chip-outline" : "stage-chip"}
      style={stageColours(stage)}
    >
      <StageTile stage={stage} />
      {name}
    </span>
  );
}
