import { stageColours } from "./stage-colours.ts";
import { StageGlyph } from "./stage-glyph.tsx";

/**
 * The coloured square of a stage: 18 px, 15 in lists. `stage` is its key, or "away" for the dashed empty
 * square. Decorative unless `name` is given.
 */
export function StageTile({
  stage,
  size = 18,
  name,
}: {
  stage: string;
  size?: 15 | 18;
  name?: string;
}) {
  const isAway = stage === "away";
  return (
    <span
      className={`inline-grid flex-none place-items-center rounded-1 [&>svg]:size-[68%] ${size === 15 ? "size-[15px]" : "size-[18px]"} ${isAway ? "border border-dashed border-ink-3" : "bg-stage text-on-stage"}`}
      {...stageColours(stage)}
      {...(name ? { role: "img", "aria-label": name, title: name } : { "aria-hidden": true })}
    >
      {isAway ? null : <StageGlyph stage={stage} />}
    </span>
  );
}
