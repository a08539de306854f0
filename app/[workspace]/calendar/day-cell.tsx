"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState } from "react";

import { useDates } from "../../_components/frame/dates.ts";
import type { CalendarEvent, OpenPlace } from "./calendar-event.ts";
import { draftMedium } from "./draft-drag.ts";
import { EventBox } from "./event-box.tsx";
import { OpenPlaceLink } from "./open-place-link.tsx";

/**
 * Up to two posts get two lines each, three get one line each. The rest is a number that links to the week.
 */
const roomForTwoLines = 2;
const roomForOneLine = 3;

interface DayCellProps {
  day: string;
  today: string;
  /** Whether the day belongs to another month. */
  isOutside: boolean;
  isRoomy: boolean;
  events: readonly CalendarEvent[];
  /** Free slots, shown if there is room. */
  open: readonly OpenPlace[];
  workspace: string;
  weekHref: string;
  composeHref: string;
  openId: string | undefined;
  onOpen: (event: CalendarEvent, box: HTMLElement) => void;
  onDragStart: (event: CalendarEvent) => void;
  /** Called when a drag ends, by a drop or by cancelling. */
  onDragEnd: () => void;
  onDrop: () => void;
  /** Handles a drop on a post; returns whether another post was dragged. */
  onDropOn: (event: CalendarEvent) => boolean;
  /** Handles a draft that is dropped on this day. */
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
        // Past days accept the drop too, so that the refusal can be shown.
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
        // A draft, or a drop on a post that cannot swap times, is handled by the day.
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
