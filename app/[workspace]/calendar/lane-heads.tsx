import { useTranslations } from "next-intl";

import { TextLink } from "../../_components/primitives/text-link.tsx";
import { stageColours } from "../../_components/stage/stage-colours.ts";
import { StageTile } from "../../_components/stage/stage-tile.tsx";
import type { CalendarEvent } from "./calendar-event.ts";
import { fillAddress } from "./fill-address.ts";
import type { LaneStage, ShownCalendar } from "./in-words.ts";
import { figuresOf } from "./view.ts";

/** Head of each stage above the grid with one tick per post: filled if published, outlined if planned. */
export function LaneHeads({ workspace, calendar }: { workspace: string; calendar: ShownCalendar }) {
  const t = useTranslations("calendar");
  return (
    <ul
      className="grid grid-cols-[repeat(auto-fit,minmax(140px,1fr))] border-b border-line-2"
      aria-label={t("byStage")}
    >
      {calendar.stages.map((stage) => (
        <LaneHead key={stage.id} {...{ workspace, calendar, stage }} />
      ))}
    </ul>
  );
}

function LaneHead({
  workspace,
  calendar,
  stage,
}: {
  workspace: string;
  calendar: ShownCalendar;
  stage: LaneStage;
}) {
  const t = useTranslations("calendar");
  const isGap = calendar.gaps.some(({ key }) => key === stage.key);
  const events = calendar.events.filter((event) => event.stageKey === stage.key);
  const { out, coming } = figuresOf(events, calendar.counted);
  const plan = calendar.plan[stage.key];
  const isOver = (calendar.days.at(-1) ?? "") < calendar.today;
  const isShort = !isOver && (isGap || out + coming < (plan ?? 0));
  return (
    <li
      {...stageColours(stage.key)}
      className={`border-line-2 px-4 pt-2 pb-2.5 not-first:border-s first:ps-6 max-sm:first:ps-4 ${isGap ? hatch : ""}`}
    >
      <p className="flex items-center gap-2 font-medium">
        <StageTile stage={stage.key} />
        {stage.name}
      </p>
      <p>
        <b className="text-[19px] leading-[26px] font-semibold">{out + coming}</b>{" "}
        <span className="text-small">
          {isGap ? (
            <b className="text-stage-ink">{t("noneToCome")}</b>
          ) : (
            <Figures {...{ out, coming, plan }} />
          )}
        </span>
        {isShort ? (
          <Fill href={fillAddress(workspace, stage.key, calendar)} stage={stage.name} />
        ) : null}
      </p>
      <Ticks events={events} days={calendar.days} />
    </li>
  );
}

function Figures({ out, coming, plan }: { out: number; coming: number; plan: number | undefined }) {
  const t = useTranslations("calendar");
  if (plan === undefined) return t("laneFigures", { out, coming });
  const difference = out + coming - plan;
  const state = difference > 0 ? "over" : difference < 0 ? "short" : "met";
  return t("lanePlan", { plan, state, difference: Math.abs(difference) });
}

function Fill({ href, stage }: { href: string; stage: string }) {
  const t = useTranslations("calendar");
  return (
    <>
      {" "}
      <TextLink href={href} aria-label={t("fillStage", { stage })} className="text-small">
        {t("fill")}
      </TextLink>
    </>
  );
}

/** Background of a stage without planned posts. */
const hatch =
  "bg-[repeating-linear-gradient(135deg,var(--color-stage-soft)_0_1.5px,transparent_1.5px_9px)]";

function Ticks({ events, days }: { events: readonly CalendarEvent[]; days: readonly string[] }) {
  // A tick keeps its width whether the line covers a week or a month.
  const step = days.length > 7 ? 5 : 25;
  return (
    <svg
      className="w-full"
      height="12"
      viewBox={`0 0 ${days.length * step} 12`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <line x1="0" x2={days.length * step} y1="11.5" y2="11.5" stroke="var(--color-line-2)" />
      {events.map((event) => (
        <rect
          key={event.id}
          x={(days.indexOf(event.day) + 0.5) * step - 1.5}
          y="2"
          width="3"
          height="9"
          fill={event.look === "out" ? "var(--color-stage)" : "var(--color-surface)"}
          stroke="var(--color-stage)"
          strokeWidth="1"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
