import type { ReactNode } from "react";

import { stageColours, stageFill } from "../stage/stage-colours.ts";
import { StagePatterns } from "../stage/stage-patterns.tsx";
import { StageTile } from "../stage/stage-tile.tsx";

export interface WeeklyLane {
  key: string;
  name: string;
  /** One number per week, oldest first; as long as `weeks`. */
  counts: readonly number[];
  /** A sentence about what changed. */
  note?: ReactNode;
  /** All numbers in words, for screen readers. */
  label: string;
}

/**
 * Engagement by stage and week: one bar per week, each lane with its own scale. `weeks` are the labels below
 * the bars ("36"), `axis` is the label of the axis.
 */
export function WeeklyLanes({
  lanes,
  weeks,
  axis,
}: {
  lanes: readonly WeeklyLane[];
  weeks: readonly string[];
  axis: string;
}) {
  return (
    <div className="grid grid-cols-[minmax(110px,150px)_minmax(160px,1fr)_48px_minmax(0,200px)] items-center gap-x-4 gap-y-1 max-sm:grid-cols-[minmax(0,1fr)_40px]">
      <StagePatterns />
      {lanes.map((lane) => (
        <Lane key={lane.key} lane={lane} />
      ))}
      <span className="flex text-axis text-ink-3 max-sm:col-span-full max-sm:hidden">{axis}</span>
      <span className="flex text-axis text-ink-3 max-sm:col-span-full" aria-hidden="true">
        {weeks.map((week) => (
          <span key={week} className="flex-1 text-center">
            {week}
          </span>
        ))}
      </span>
    </div>
  );
}

function Lane({ lane }: { lane: WeeklyLane }) {
  return (
    <>
      <span className="flex items-center gap-2 font-medium" {...stageColours(lane.key)}>
        <StageTile stage={lane.key} />
        {lane.name}
      </span>
      <Bars lane={lane} />
      <span className="text-end font-semibold tabular-nums">{lane.counts.at(-1) ?? 0}</span>
      <span className="text-ink-2 max-sm:col-span-full">{lane.note}</span>
    </>
  );
}

function Bars({ lane }: { lane: WeeklyLane }) {
  const most = Math.max(1, ...lane.counts);
  const step = 30;
  const last = lane.counts.length - 1;
  return (
    <svg
      className="max-sm:col-span-full w-full"
      height="26"
      viewBox={`0 0 ${lane.counts.length * step} 26`}
      preserveAspectRatio="none"
      role="img"
      aria-label={lane.label}
    >
      {lane.counts.map((count, week) => {
        const height = count === 0 ? 0 : Math.max(2, (count / most) * 24);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- the place in time is the identity
          <rect
            key={week}
            x={week * step + 1.5}
            width={step - 3}
            y={25 - height}
            height={height}
            rx="1.5"
            fill={stageFill(lane.key)}
            opacity={week === last ? 1 : 0.86}
          />
        );
      })}
      <line
        x1="0"
        x2={lane.counts.length * step}
        y1="25.5"
        y2="25.5"
        stroke="var(--color-line-2)"
      />
    </svg>
  );
}
