"use client";

import { useRef, useState } from "react";

import type { CalendarEvent } from "./calendar-event.ts";
import { EventPopover } from "./event-popover.tsx";
import type { Moving } from "./use-moving.ts";

/** Holds which post is open and renders its popover. Closing returns the focus to the post's box. */
export function useOpened(workspace: string, moving: Moving) {
  const [open, setEvent] = useState<CalendarEvent | null>(null);
  const anchor = useRef<HTMLElement | null>(null);
  function setOpen(event: CalendarEvent | null, box?: HTMLElement): void {
    if (box) anchor.current = box;
    if (!event) anchor.current?.focus();
    setEvent(event);
  }
  const popover = open ? (
    <EventPopover
      key={open.id}
      event={open}
      anchor={anchor}
      workspace={workspace}
      moving={moving}
      onClose={() => setOpen(null)}
    />
  ) : null;
  return { openId: open?.id, setOpen, popover };
}
