import {
  Check,
  CircleHelp,
  CircleMinus,
  CirclePause,
  ClockAlert,
  Pencil,
  TriangleAlert,
} from "lucide-react";
import Link from "next/link";

import type { PostLook } from "#lib/views/calendar";

import { stageColours } from "../stage/stage-colours.ts";
import { StageTile } from "../stage/stage-tile.tsx";

export interface StaveEvent {
  id: string;
  /** Local day it stands on, `YYYY-MM-DD`. */
  day: string;
  /** What it shows: the time ("08:30"), or "This post". Empty in a compact stave for a plain bar. */
  text: string;
  /** What it is, in full, for people who do not see the picture: post text and how it fares. */
  name: string;
  look: PostLook;
  href?: string;
  /** Planned, but something keeps it back for now. */
  isBlocked?: boolean;
}

const signs = {
  out: Check,
  unknown: CircleHelp,
  missed: ClockAlert,
  draft: Pencil,
  failed: TriangleAlert,
  scheduled: null,
  "taken-down": CircleMinus,
};

export function StaveEventBox({
  event,
  stage,
  isCompact,
}: {
  event: StaveEvent;
  stage: string;
  isCompact: boolean;
}) {
  if (isCompact && !event.href) {
    return (
      <span
        className={event.text ? "event event-this" : "event event-bar"}
        {...stageColours(stage)}
      >
        {event.text ? <span className="event-body">{event.text}</span> : null}
        <span className="sr-only">{event.name}</span>
      </span>
    );
  }
  const Sign = event.isBlocked ? CirclePause : signs[event.look];
  return (
    <Link
      className={`event event-${event.look} ${event.isBlocked ? "event-blocked" : ""}`}
      {...stageColours(stage)}
      href={event.href ?? "#"}
      title={event.name}
    >
      <StageTile stage={stage} />
      <span className="event-body tabular-nums">
        <span className="event-text">{event.text}</span>
        <span className="sr-only">{event.name}</span>
        {Sign ? <Sign aria-hidden="true" /> : null}
      </span>
    </Link>
  );
}
