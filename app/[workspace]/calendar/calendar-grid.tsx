"use client";

import { useTranslations } from "next-intl";
import { Fragment, useRef, useState } from "react";

import { useDates } from "../../_components/frame/dates.ts";
import { GapLine } from "../../_components/stave/stave.tsx";
import type { CalendarEvent } from "./calendar-event.ts";
import { DayCell } from "./day-cell.tsx";
import { EventPopover } from "./event-popover.tsx";
import type { LaneStage, LoadedCalendar } from "./load-calendar.ts";
import { type CalendarActs, useMoving } from "./use-moving.ts";
import { addressOf, type CalendarAddress, weekNumber, weeksOf } from "./view.ts";

/** With more empty stages than this the lane heads say it already. */
const mostGapRows = 2;

/** Weeks and days with their posts. Drag a post to another day, or press Enter on it and choose "Move". */
export function CalendarGrid({
  workspace,
  address,
  calendar,
  gaps,
  acts,
}: {
  workspace: string;
  address: CalendarAddress;
  calendar: LoadedCalendar;
  gaps: readonly LaneStage[];
  acts: CalendarActs;
}) {
  const t = useTranslations("calendar");
  const moving = useMoving(calendar.events, acts);
  const { open, anchor, setOpen } = useOpened();
  const dragged = useRef<CalendarEvent | null>(null);
  const month = address.view === "month" ? address.day.slice(0, 7) : "";
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls on a narrow screen, also by keyboard
    <div
      className="calendar-scroll"
      role="region"
      aria-label={t("title")}
      tabIndex={0}
      aria-busy={moving.isBusy}
    >
      <table className={address.view === "week" ? "calendar calendar-week" : "calendar"}>
        <caption className="sr-only">{t("title")}</caption>
        <WeekdayHeads days={calendar.days.slice(0, 7)} />
        <tbody>
          {weeksOf(calendar.days).map((week) => (
            <Fragment key={week[0]}>
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
                    weekHref={addressOf(workspace, { ...address, view: "week", day })}
                    composeHref={`/${workspace}/compose?at=${day}T09:00`}
                    openId={open?.id}
                    onOpen={setOpen}
                    onDragStart={(event) => (dragged.current = event)}
                    onDrop={() => {
                      const event = dragged.current;
                      if (event) moving.move(event, `${day}T${event.time}`);
                      dragged.current = null;
                    }}
                  />
                ))}
              </tr>
              {week.includes(calendar.today) ? <Gaps workspace={workspace} gaps={gaps} /> : null}
            </Fragment>
          ))}
        </tbody>
      </table>
      {open ? (
        <EventPopover
          key={open.id}
          event={open}
          anchor={anchor}
          workspace={workspace}
          moving={moving}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );
}

/** Which post is open, and the box that its popover hangs on and gives the focus back to. */
export function useOpened() {
  const [open, setEvent] = useState<CalendarEvent | null>(null);
  const anchor = useRef<HTMLElement | null>(null);
  function setOpen(event: CalendarEvent | null, box?: HTMLElement): void {
    if (box) anchor.current = box;
    if (!event) anchor.current?.focus();
    setEvent(event);
  }
  return { open, anchor, setOpen };
}

function WeekdayHeads({ days }: { days: readonly string[] }) {
  const write = useDates();
  return (
    <thead>
      <tr>
        <td className="calendar-number" />
        {days.map((day) => {
          return (
            <th key={day} scope="col">
              <span className="calendar-long">{write(day, { weekday: "long" })}</span>
              <span className="calendar-short" aria-hidden="true">
                {write(day, { weekday: "short" })}
              </span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function Gaps({ workspace, gaps }: { workspace: string; gaps: readonly LaneStage[] }) {
  const t = useTranslations("calendar");
  if (gaps.length > mostGapRows) return null;
  return gaps.map((stage) => (
    <tr key={stage.id} className="calendar-gap">
      <td />
      <td colSpan={7}>
        <GapLine
          stage={stage.key}
          gap={{
            text: t("gap", { stage: stage.name }),
            action: { href: `/${workspace}/compose?stage=${stage.key}`, label: t("fill") },
          }}
        />
      </td>
    </tr>
  ));
}
