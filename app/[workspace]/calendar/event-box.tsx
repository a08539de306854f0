"use client";

import {
  CircleHelp,
  CircleMinus,
  CirclePause,
  ClockAlert,
  Heart,
  TriangleAlert,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";

import { NetworkIcon } from "../../_components/network-icon.tsx";
import { stageColours } from "../../_components/stage/stage-colours.ts";
import { StageTile } from "../../_components/stage/stage-tile.tsx";
import type { CalendarEvent } from "./calendar-event.ts";

/** A post in the calendar, in two lines or in one. Enter or a click opens it. */
export function EventBox({
  event,
  hasTwoLines,
  className = "",
  ...rest
}: { event: CalendarEvent; hasTwoLines: boolean } & ComponentProps<"button">) {
  const t = useTranslations("calendar");
  return (
    <button
      {...rest}
      type="button"
      className={`event event-${event.look} ${hasTwoLines ? "event-tall" : ""} ${className}`}
      {...stageColours(event.stageKey)}
      aria-haspopup="dialog"
    >
      <StageTile stage={event.stageKey} />
      {hasTwoLines ? (
        <span className="event-lines">
          <span className="event-text">{event.text || t("noText")}</span>
          <Under event={event} />
        </span>
      ) : (
        <span className="event-body">
          <b className="tabular-nums">{event.time}</b>
          <span className="event-text font-medium">{event.text || t("noText")}</span>
          <Sign event={event} />
        </span>
      )}
      <span className="sr-only">{`${event.stageName}, ${event.blocked?.short ?? t(`look.${event.look}`)}`}</span>
    </button>
  );
}

function Under({ event }: { event: CalendarEvent }) {
  const t = useTranslations("calendar");
  return (
    <span className="event-under">
      {event.time}
      {event.networks.map(({ network, label }) => (
        <NetworkIcon key={network} network={network} label={label} size={12} />
      ))}
      {event.reactions > 0 ? (
        <span className="inline-flex items-center gap-1">
          <Heart size={11} aria-hidden="true" />
          {event.reactions}
          <span className="sr-only"> {t("legend.reactions")}</span>
        </span>
      ) : null}
      <Sign event={event} />
      {event.blocked ? (
        <span className="event-blocked-words" aria-hidden="true">
          {event.blocked.short}
        </span>
      ) : null}
    </span>
  );
}

function Sign({ event }: { event: CalendarEvent }) {
  if (event.blocked) return <CirclePause size={13} aria-hidden="true" />;
  if (event.look === "unknown") return <CircleHelp size={13} aria-hidden="true" />;
  if (event.look === "missed") return <ClockAlert size={13} aria-hidden="true" />;
  if (event.look === "taken-down") return <CircleMinus size={13} aria-hidden="true" />;
  if (event.look === "failed") return <TriangleAlert size={13} aria-hidden="true" />;
  return null;
}
