"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState } from "react";

import { useDates } from "../../_components/frame/dates.ts";
import type { CalendarEvent, OpenPlace } from "./calendar-event.ts";
import { draftMedium } from "./draft-drag.ts";
import { EventBox } from "./event-box.tsx";
import { OpenPlaceLink } from "./open-place-link.tsx";

/** Two posts get two lines each; more get one; what does not fit is a number that leads to the week. */
const roomForTwoLines = 2;
const roomForOneLine = 3;

interface DayCellProps {
  day: string;
  today: string;
  /** Of another month. */
  isOutside: boolean;
  isRoomy: boolean;
  events: readonly CalendarEvent[];
  /** Free places, where there is room for them. */
  open: readonly OpenPlace[];
  workspace: string;
  weekHref: string;
  composeHref: string;
  openId: string | undefined;
  onOpen: (event: CalendarEvent, box: HTMLElement) => void;
  onDragStart: (event: CalendarEvent) => void;
  /** Dropped, or given up. */
  onDragEnd: () => void;
  onDrop: () => void;
  /** On that post; says whether it was another post. */
  onDropOn: (event: CalendarEvent) => boolean;
  /** A draft was put here. */
  onDraft: (id: string) => void;
}

export function DayCell(props: DayCellProps) {
  const { day, today, events, isRoomy } = props;
  const [isTarget, setTarget] = useState(false);
  const isPast = day < today;
  const hasTwoLines = isRoomy || events.length <= roomForTwoLines;
  const shown = isRoomy || hasTwoLines ? events : events.slice(0, roomForOneLine);
  return (
    <td
      className={cellLook(props, isTarget)}
      onDragOver={(drag) => {
        // Also where it cannot stay: then it is said why.
        drag.preventDefault();
        setTarget(!isPast);
      }}
      onDragLeave={() => setTarget(false)}
      onDrop={(drag) => {
        drag.preventDefault();
        setTarget(false);
        const draft = drag.dataTransfer.getData(draftMedium);
        if (draft) props.onDraft(draft);
        else props.onDrop();
      }}
    >
      <div className="calendar-cell">
        <DayNumber {...props} hidden={events.length - shown.length} />
        {inOrder(shown, props.open).map((one) =>
          "key" in one ? (
            <OpenPlaceLink key={one.key} place={one} workspace={props.workspace} />
          ) : (
            <MovableEvent key={one.id} event={one} {...{ hasTwoLines, props }} />
          ),
        )}
      </div>
    </td>
  );
}

function inOrder(events: readonly CalendarEvent[], open: readonly OpenPlace[]) {
  return [...events, ...open].toSorted((one, other) => one.at.localeCompare(other.at));
}

function MovableEvent({
  event,
  hasTwoLines,
  props: { openId, onDragStart, onDragEnd, onDropOn, onOpen },
}: {
  event: CalendarEvent;
  hasTwoLines: boolean;
  props: DayCellProps;
}) {
  return (
    <EventBox
      event={event}
      hasTwoLines={hasTwoLines}
      className={event.id === openId ? "event-open" : ""}
      draggable={event.canMove}
      onDragStart={(drag) => {
        drag.dataTransfer.effectAllowed = "move";
        drag.dataTransfer.setData("text/plain", event.text);
        onDragStart(event);
      }}
      onDragEnd={onDragEnd}
      onDrop={(drag) => {
        // A draft, or what cannot take this time, falls on the day.
        const isDraft = drag.dataTransfer.types.includes(draftMedium);
        if (isDraft || !event.canMove || !onDropOn(event)) return;
        drag.preventDefault();
        drag.stopPropagation();
      }}
      onClick={(click) => onOpen(event, click.currentTarget)}
    />
  );
}

function DayNumber({
  day,
  today,
  isOutside,
  weekHref,
  composeHref,
  hidden,
}: DayCellProps & { hidden: number }) {
  const t = useTranslations("calendar");
  const write = useDates();
  const isMonthShown =
    day.endsWith("-01") || (isOutside && new Date(`${day}T12:00Z`).getUTCDay() === 1);
  const number = isMonthShown
    ? write(day, { day: "numeric", month: "short" })
    : String(Number(day.slice(8)));
  return (
    <div className="calendar-day-line">
      <time
        dateTime={day}
        className={day === today ? "calendar-day calendar-day-today" : "calendar-day"}
      >
        {number}
      </time>
      {hidden > 0 ? (
        <Link className="calendar-more" href={weekHref} aria-label={t("more", { count: hidden })}>
          +{hidden}
        </Link>
      ) : null}
      {day >= today ? (
        <Link
          className="calendar-start"
          href={composeHref}
          aria-label={t("startOn", {
            day: write(day, { day: "numeric", month: "long" }),
          })}
        />
      ) : null}
    </div>
  );
}

function cellLook({ day, isOutside }: DayCellProps, isTarget: boolean): string {
  const weekday = new Date(`${day}T12:00Z`).getUTCDay();
  return [
    weekday === 0 || weekday === 6 ? "calendar-weekend" : "",
    isOutside ? "calendar-outside" : "",
    isTarget ? "calendar-target" : "",
  ].join(" ");
}
