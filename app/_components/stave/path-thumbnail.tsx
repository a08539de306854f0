import { stageColour } from "../stage/stage-colours.ts";
import {
  laneY,
  type PathLane,
  type PathPoint,
  type PlacedPoint,
  placePoints,
  steppedLine,
} from "./stepped-path.ts";

/**
 * A person's journey in 92 × 30, beside a name. `points` in any order; `lanes` in the workspace's order.
 * Decorative unless `label` describes it. `size` "large" is 190 × 44 (first shout-out).
 */
export function PathThumbnail({
  points,
  lanes,
  label,
  size = "small",
}: {
  points: readonly PathPoint[];
  lanes: readonly PathLane[];
  label?: string;
  size?: "small" | "large";
}) {
  const [width, height] = size === "large" ? [190, 44] : [92, 30];
  const times = points.map((point) => point.at.getTime());
  const box = {
    left: 4,
    right: width - 6,
    top: 6,
    bottom: height - 6,
    from: new Date(Math.min(...times)),
    until: new Date(Math.max(...times)),
  };
  const placed = placePoints(points, lanes, box);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="shrink-0"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      {lanes.map((lane, index) => {
        const y = laneY(index, lanes.length, box);
        return <line key={lane.key} x1="0" x2={width} y1={y} y2={y} stroke="var(--color-line-2)" />;
      })}
      <path d={steppedLine(placed)} fill="none" stroke="var(--color-ink)" strokeWidth="1.5" />
      <Points placed={placed} />
    </svg>
  );
}

/** The last point is the person's present stage. */
function Points({ placed }: { placed: readonly PlacedPoint[] }) {
  return placed.map((point, index) => {
    const isLast = index === placed.length - 1;
    return (
      <circle
        key={`${point.at.getTime()}/${point.stageKey}`}
        cx={point.x}
        cy={point.y}
        r={isLast ? 4 : 2}
        fill={stageColour(point.stageKey)}
        {...(isLast ? { stroke: "var(--color-ink)", strokeWidth: 1.5 } : {})}
      />
    );
  });
}
