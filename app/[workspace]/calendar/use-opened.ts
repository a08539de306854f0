"use client";

import { useRef, useState } from "react";

import type { CalendarEvent } from "./calendar-event.ts";

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
