import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";

import { useDates } from "../frame/dates.ts";
import { ScrollRegion } from "../primitives/scroll-region.tsx";
import { stageColours } from "../stage/stage-colours.ts";
import { StageTile } from "../stage/stage-tile.tsx";
import { type StaveEvent, StaveEventBox } from "./stave-event.tsx";

export interface StaveLane {
  /** The stage's key. */
  key: string;
  name: string;
  /** Number shown at the end of the lane's head. */
  count?: number;
  events: readonly StaveEvent[];
  /** Sentence and action of an empty lane. Shown only if the lane has no event. */
  gap?: { text: string; action?: { href: string; label: string } };
}

/**
 * One lane per stage, one column per day. `days` are consecutive local days (`YYYY-MM-DD`), `today` one of
 * them or none, `label` describes the whole for screen readers. `isCompact` draws thin bars and icons
 * (composer).
 */
export function Stave({
  label,
  days,
  today,
  lanes,
  isCompact = false,
}: {
  label: string;
  days: readonly string[];
  today?: string;
  lanes: readonly StaveLane[];
  isCompact?: boolean;
}) {
  const look = isCompact ? "stave stave-compact" : days.length > 7 ? "stave stave-wide" : "stave";
  return (
    <ScrollRegion label={label}>
      <table className={look}>
        <caption className="sr-only">{label}</caption>
        <DayHeads days={days} today={today} />
        <tbody>
          {lanes.map((lane) => (
            <Lane key={lane.key} lane={lane} days={days} isCompact={isCompact} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function DayHeads({ days, today }: { days: readonly string[]; today: string | undefined }) {
  const t = useTranslations("frame");
  const write = useDates();
  return (
    <thead>
      <tr>
        <th scope="col" className="stave-head-lane">
          <span className="sr-only">{t("stage")}</span>
        </th>
        {days.map((day, index) => {
          const isMonthShown = index > 0 && day.endsWith("-01");
          return (
            <th
              key={day}
              scope="col"
              className={dayLook(day, today)}
              aria-current={day === today ? "date" : undefined}
            >
              {write(day, { weekday: "short" }).slice(0, 2)} <b>{Number(day.slice(8))}</b>
              {isMonthShown ? ` ${write(day, { month: "short" })}` : null}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function Lane({
  lane,
  days,
  isCompact,
}: {
  lane: StaveLane;
  days: readonly string[];
  isCompact: boolean;
}) {
  return (
    <tr>
      <th scope="row" className="stave-lane">
        <span>
          <StageTile stage={lane.key} size={isCompact ? 15 : 18} />
          <span className="stave-lane-name">{lane.name}</span>
          {lane.count === undefined ? null : <span className="stave-count">{lane.count}</span>}
        </span>
      </th>
      {lane.events.length === 0 && lane.gap ? (
        <td colSpan={days.length}>
          <GapLine stage={lane.key} gap={lane.gap} />
        </td>
      ) : (
        days.map((day) => (
          <td key={day} className={dayLook(day, undefined)}>
            <div className="grid gap-px">
              {lane.events
                .filter((event) => event.day === day)
                .map((event) => (
                  <StaveEventBox
                    key={event.id}
                    event={event}
                    stage={lane.key}
                    isCompact={isCompact}
                  />
                ))}
            </div>
          </td>
        ))
      )}
    </tr>
  );
}

/** The dashed box with a sentence in a lane without posts. */
export function GapLine({ stage, gap }: { stage: string; gap: NonNullable<StaveLane["gap"]> }) {
  return (
    <div
      className="flex min-h-[22px] items-center justify-between gap-3 rounded-1 border border-dashed border-stage px-2 text-small font-semibold text-stage-ink normal-nums"
      {...stageColours(stage)}
    >
      <span>{gap.text}</span>
      {gap.action ? (
        <Link
          className="inline-flex min-h-6 items-center gap-1.5 whitespace-nowrap hover:underline"
          href={gap.action.href}
        >
          {gap.action.label}
          <ArrowRight size={14} aria-hidden="true" />
        </Link>
      ) : null}
    </div>
  );
}

function dayLook(day: string, today: string | undefined): string | undefined {
  if (day === today) return "stave-today";
  const weekday = new Date(`${day}T12:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? "stave-weekend" : undefined;
}
