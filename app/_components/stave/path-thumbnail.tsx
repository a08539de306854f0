import { laneY, type PathLane, type PathPoint, placePoints, steppedLine } from "./stepped-path.ts";

/**
 * A person's way over the stages in 92 × 30, beside a name. `points` in any order; `lanes` in the workspace's order.
 * Decorative unless `label` says it in words. `size` "large" is 190 × 44 (first shout-out).
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
    top: 3,
    bottom: height - 5,
    from: new Date(Math.min(...times)),
    until: new Date(Math.max(...times)),
  };
  const placed = placePoints(points, lanes, box);
  const last = placed.at(-1);
  return (
    <svg
      width={width}
      height={height}
      className="shrink-0"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      {lanes.map((lane, index) => (
        <line
          key={lane.key}
          x1="0"
          x2={width}
          y1={laneY(index, lanes.length, box)}
          y2={laneY(index, lanes.length, box)}
          stroke="var(--line-2)"
        />
      ))}
      <path d={steppedLine(placed)} fill="none" stroke="var(--ink)" strokeWidth="1.5" />
      {placed.map((point) => (
        <circle
          key={`${point.x}/${point.y}/${point.at.getTime()}`}
          cx={point.x}
          cy={point.y}
          r="2"
          fill={colour(point.stageKey)}
        />
      ))}
      {last ? (
        <circle
          cx={last.x}
          cy={last.y}
          r="4"
          fill={colour(last.stageKey)}
          stroke="var(--ink)"
          strokeWidth="1.5"
        />
      ) : null}
    </svg>
  );
}

function colour(stage: string): string {
  return `var(--${stage}, var(--ink-2))`;
}
