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
  /** The local day of its column, `YYYY-MM-DD`. */
  day: string;
  /** The displayed text: the time ("08:30") or "This post". Empty for a plain bar in a compact stave. */
  text: string;
  /** Full description for screen readers: the post's text and state. */
  name: string;
  look: PostLook;
  href?: string;
  /** Whether the post is planned but a blocker holds it back. */
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
