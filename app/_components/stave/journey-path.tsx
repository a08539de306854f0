import { useFormatter, useTranslations } from "next-intl";

import { ScrollRegion } from "../primitives/scroll-region.tsx";
import { stageColour, stageColours } from "../stage/stage-colours.ts";
import { StageGlyph } from "../stage/stage-glyph.tsx";
import {
  laneY,
  type PathBox,
  type PathLane,
  type PathPoint,
  placePoints,
  type QuietTime,
  steppedLine,
  timeX,
} from "./stepped-path.ts";

const width = 800;
const laneHeight = 24;

/**
 * A person's journey over the stages, large (person page). `now` ends the line; `quiet` are times without a
 * touchpoint, drawn dotted; `label` describes the whole. Show the same as rows or a table beside it.
 */
export function JourneyPath({
  points,
  lanes,
  quiet,
  now,
  label,
}: {
  points: readonly PathPoint[];
  lanes: readonly PathLane[];
  quiet: readonly QuietTime[];
  now: Date;
  label: string;
}) {
  const first = Math.min(
    now.getTime() - 14 * 86_400_000,
    ...points.map((point) => point.at.getTime()),
  );
  const box: PathBox = {
    left: 130,
    right: width - 36,
    top: 14,
    bottom: 14 + (lanes.length - 1) * laneHeight,
    from: new Date(first - (now.getTime() - first) * 0.02),
    until: now,
  };
  const height = box.bottom + 36;
  return (
    <ScrollRegion label={label}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="min-w-[620px] w-full"
        role="img"
        aria-label={label}
      >
        <Lanes lanes={lanes} box={box} />
        <Months box={box} />
        {quiet.map((time) => (
          <Quiet key={time.from.getTime()} time={time} box={box} />
        ))}
        <Now box={box} />
        <Line points={points} lanes={lanes} box={box} />
      </svg>
    </ScrollRegion>
  );
}

function Lanes({ lanes, box }: { lanes: readonly PathLane[]; box: PathBox }) {
  return lanes.map((lane, index) => {
    const y = laneY(index, lanes.length, box);
    return (
      <g key={lane.key}>
        <text
          x="0"
          y={y + 4}
          fontSize="12.5"
          fontWeight="500"
          {...stageColours(lane.key)}
          fill="var(--color-stage-ink)"
        >
          {lane.name}
        </text>
        <line
          x1={box.left - 6}
          x2={width}
          y1={y}
          y2={y}
          stroke="var(--color-line-2)"
          strokeWidth="1.5"
        />
      </g>
    );
  });
}

function Months({ box }: { box: PathBox }) {
  const format = useFormatter();
  return monthStarts(box).map((month) => (
    <g key={month.getTime()}>
      <line
        x1={timeX(month, box)}
        x2={timeX(month, box)}
        y1={box.top - 12}
        y2={box.bottom + 12}
        stroke="var(--color-line)"
      />
      <text x={timeX(month, box) + 4} y={box.bottom + 28} fontSize="11" fill="var(--color-ink-3)">
        {format.dateTime(month, { month: "short", timeZone: "UTC" })}
      </text>
    </g>
  ));
}

function Quiet({ time, box }: { time: QuietTime; box: PathBox }) {
  const t = useTranslations("frame");
  const [left, right] = [timeX(time.from, box), timeX(time.to, box)];
  const days = Math.round((time.to.getTime() - time.from.getTime()) / 86_400_000);
  const middle = (box.top + box.bottom) / 2;
  return (
    <g>
      <pattern id="quiet-time" width="7" height="7" patternUnits="userSpaceOnUse">
        <circle cx="2" cy="2" r="0.9" fill="var(--color-edge)" />
      </pattern>
      <rect
        x={left}
        width={Math.max(0, right - left)}
        y={box.top - 12}
        height={box.bottom - box.top + 24}
        fill="url(#quiet-time)"
      />
      {right - left > 110 ? (
        <g>
          <rect
            x={(left + right) / 2 - 50}
            y={middle - 11}
            width="100"
            height="22"
            rx="3"
            fill="var(--color-surface)"
            stroke="var(--color-line-2)"
          />
          <text
            x={(left + right) / 2}
            y={middle + 4}
            fontSize="11"
            fontWeight="600"
            textAnchor="middle"
            fill="var(--color-ink)"
          >
            {t("quietDays", { days })}
          </text>
        </g>
      ) : null}
    </g>
  );
}

function Line({
  points,
  lanes,
  box,
}: {
  points: readonly PathPoint[];
  lanes: readonly PathLane[];
  box: PathBox;
}) {
  // Recent points are drawn beside the line of today, not on it.
  const placed = placePoints(points, lanes, box).map((point) => ({
    ...point,
    x: Math.min(point.x, box.right - 10),
  }));
  return (
    <>
      <path
        d={steppedLine(placed, box.right)}
        fill="none"
        stroke="var(--color-ink)"
        strokeWidth="2"
      />
      {placed.map((point, index) => (
        <g key={`${point.at.getTime()}/${point.stageKey}/${index}`} color="var(--color-on-stage)">
          <rect
            x={point.x - 7.5}
            y={point.y - 7.5}
            width="15"
            height="15"
            rx="3.5"
            fill={stageColour(point.stageKey)}
            stroke="var(--color-surface)"
          />
          <StageGlyph stage={point.stageKey} size={10} x={point.x - 5} y={point.y - 5} />
        </g>
      ))}
    </>
  );
}

function Now({ box }: { box: PathBox }) {
  const t = useTranslations("frame");
  return (
    <g>
      <line
        x1={box.right}
        x2={box.right}
        y1={box.top - 12}
        y2={box.bottom + 14}
        stroke="var(--color-ink)"
        strokeWidth="1.5"
      />
      <rect
        x={box.right - 28}
        y={box.bottom + 14}
        width="56"
        height="20"
        rx="3"
        fill="var(--color-ink)"
      />
      <text
        x={box.right}
        y={box.bottom + 28}
        fontSize="11"
        fontWeight="600"
        textAnchor="middle"
        fill="var(--color-on-ink)"
      >
        {t("today")}
      </text>
    </g>
  );
}

/**
 * Returns at most ten month starts, so that the axis stays readable over years; none below the label of
 * today.
 */
function monthStarts(box: PathBox): Date[] {
  const starts: Date[] = [];
  let month = new Date(Date.UTC(box.from.getUTCFullYear(), box.from.getUTCMonth() + 1, 1));
  while (month < box.until) {
    starts.push(month);
    month = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));
  }
  const every = Math.ceil(starts.length / 10);
  return starts.filter((start, index) => index % every === 0 && timeX(start, box) < box.right - 55);
}
