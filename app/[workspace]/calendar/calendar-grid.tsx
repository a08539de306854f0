"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";

import { useDates } from "../../_components/frame/dates.ts";
import { ScrollRegion } from "../../_components/primitives/scroll-region.tsx";
import { GapLine } from "../../_components/stave/stave.tsx";
import type { CalendarEvent } from "./calendar-event.ts";
import { DayCell } from "./day-cell.tsx";
import { timeForDraft } from "./draft-drag.ts";
import { fillAddress } from "./fill-address.ts";
import type { LaneStage, ShownCalendar } from "./in-words.ts";
import { type DraftActs, useScheduling } from "./use-drafts.ts";
import { type CalendarActs, type Moving, useMoving } from "./use-moving.ts";
import { useOpened } from "./use-opened.tsx";
import { addressOf, type CalendarAddress, weekNumber, weeksOf } from "./view.ts";

/** With more empty stages than this, only the lane heads show them. */
const mostGapRows = 2;

interface GridProps {
  workspace: string;
  address: CalendarAddress;
  calendar: ShownCalendar;
  gaps: readonly LaneStage[];
  acts: CalendarActs & Pick<DraftActs, "schedule" | "unschedule">;
}

/** Weeks and days with their posts. A post is moved by dragging it, or by Enter and "Move". */
export function CalendarGrid(props: GridProps) {
  const { workspace, address, calendar, gaps, acts } = props;
  const t = useTranslations("calendar");
  const moving = useMoving(calendar.events, acts);
  const { drop } = useScheduling(workspace, acts);
  const onDraft = (id: string, day: string) => drop(id, timeForDraft(day, calendar.now));
  const { openId, setOpen, popover } = useOpened(workspace, moving);
  return (
    <ScrollRegion label={t("title")} isBusy={moving.isBusy}>
      <table
        className={address.view === "week" ? "calendar calendar-week" : "calendar"}
        {...rowsOf(calendar, gaps)}
      >
        <caption className="sr-only">{t("title")}</caption>
        <WeekdayHeads days={calendar.days.slice(0, 7)} />
        <tbody>
          {weeksOf(calendar.days).map((week) => (
            <Fragment key={week[0]}>
              <Week
                {...props}
                week={week}
                moving={moving}
                openId={openId}
                onOpen={setOpen}
                onDraft={onDraft}
              />
              {week.includes(calendar.today) ? <Gaps {...{ workspace, gaps, calendar }} /> : null}
            </Fragment>
          ))}
        </tbody>
      </table>
      {popover}
    </ScrollRegion>
  );
}

/** Returns attributes with the number of rows that share the height of the screen. */
function rowsOf({ days, today }: ShownCalendar, gaps: readonly LaneStage[]) {
  const lines = days.includes(today) && gaps.length <= mostGapRows ? gaps.length : 0;
  return { "data-weeks": Math.ceil(days.length / 7), "data-gap-lines": lines };
}

function Week({
  workspace,
  address,
  calendar,
  week,
  moving,
  openId,
  onOpen,
  onDraft,
}: GridProps & {
  week: readonly string[];
  moving: Moving;
  openId: string | undefined;
  onOpen: (event: CalendarEvent, box: HTMLElement) => void;
  onDraft: (id: string, day: string) => void;
}) {
  const t = useTranslations("calendar");
  const month = address.view === "month" ? address.day.slice(0, 7) : "";
  return (
    <tr>
      <th scope="row" className="calendar-number">
        <span className="sr-only">{t("week")} </span>
        {weekNumber(week[0] ?? "")}
      </th>
      {week.map((day) => (
        <DayCell
          key={day}
          day={day}
          today={calendar.today}
          isOutside={month !== "" && !day.startsWith(month)}
          isRoomy={address.view === "week"}
          events={moving.shown.filter((event) => event.day === day)}
          open={calendar.open.filter((place) => place.day === day)}
          workspace={workspace}
          weekHref={addressOf(workspace, { ...address, view: "week", day })}
          composeHref={`/${workspace}/compose?at=${day}T09:00`}
          openId={openId}
          onOpen={onOpen}
          onDragStart={moving.grab}
          onDragEnd={moving.letGo}
          onDrop={() => moving.drop(day)}
          onDropOn={moving.dropOn}
          onDraft={(id) => onDraft(id, day)}
        />
      ))}
    </tr>
  );
}

function WeekdayHeads({ days }: { days: readonly string[] }) {
  const t = useTranslations("calendar");
  const write = useDates();
  return (
    <thead>
      <tr>
        <th scope="col" className="calendar-number">
          <span className="sr-only">{t("week")}</span>
        </th>
        {days.map((day) => {
          return (
            <th key={day} scope="col">
              {write(day, { weekday: "long" })}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function Gaps({ workspace, gaps, calendar }: Pick<GridProps, "workspace" | "gaps" | "calendar">) {
  const t = useTranslations("calendar");
  if (gaps.length > mostGapRows) return null;
  return gaps.map((stage) => (
    <tr key={stage.id} className="calendar-gap">
      <td colSpan={8}>
        <GapLine
          stage={stage.key}
          gap={{
            text: t("gap", { stage: stage.name }),
            action: { href: fillAddress(workspace, stage.key, calendar), label: t("fill") },
          }}
        />
      </td>
    </tr>
  ));
}
