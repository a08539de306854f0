import { useTranslations } from "next-intl";

import { stageColours } from "../../_components/stage/stage-colours.ts";
import { StageTile } from "../../_components/stage/stage-tile.tsx";
import type { CalendarEvent } from "./calendar-event.ts";
import { gapsOf, type LoadedCalendar } from "./load-calendar.ts";

/** The mix and rhythm of the period before the grid: a head a stage, a tick a post (filled out, outlined to come). */
export function LaneHeads({ calendar }: { calendar: LoadedCalendar }) {
  const t = useTranslations("calendar");
  const figures = (count: number, out: number, plan: number | undefined) =>
    plan === undefined
      ? t("laneFigures", { out, coming: count - out })
      : t("lanePlan", {
          plan,
          state: count > plan ? "over" : count < plan ? "short" : "met",
          difference: Math.abs(count - plan),
        });
  const gaps = new Set(gapsOf(calendar).map((stage) => stage.key));
  return (
    <ul className="lane-heads" aria-label={t("byStage")}>
      {calendar.stages.map((stage) => {
        const events = calendar.events.filter((event) => event.stageKey === stage.key);
        const out = events.filter((event) => event.look === "out").length;
        return (
          <li
            key={stage.id}
            style={stageColours(stage.key)}
            className={gaps.has(stage.key) ? "lane-head lane-head-gap" : "lane-head"}
          >
            <p className="lane-head-name">
              <StageTile stage={stage.key} />
              {stage.name}
            </p>
            <p>
              <b className="lane-head-figure">{events.length}</b>{" "}
              <span className="text-small">
                {gaps.has(stage.key) ? (
                  <b className="lane-head-warning">{t("noneToCome")}</b>
                ) : (
                  figures(events.length, out, calendar.plan[stage.key])
                )}
              </span>
            </p>
            <Ticks events={events} days={calendar.days} />
          </li>
        );
      })}
    </ul>
  );
}

function Ticks({ events, days }: { events: readonly CalendarEvent[]; days: readonly string[] }) {
  // A tick keeps its width, whether the line holds a week or a month.
  const step = days.length > 7 ? 5 : 25;
  return (
    <svg
      className="w-full"
      height="12"
      viewBox={`0 0 ${days.length * step} 12`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <line x1="0" x2={days.length * step} y1="11.5" y2="11.5" stroke="var(--line-2)" />
      {events.map((event) => (
        <rect
          key={event.id}
          x={(days.indexOf(event.day) + 0.5) * step - 1.5}
          y="2"
          width="3"
          height="9"
          fill={event.look === "out" ? "var(--stage)" : "var(--surface)"}
          stroke="var(--stage)"
          strokeWidth="1"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
