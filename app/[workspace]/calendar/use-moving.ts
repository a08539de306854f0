"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useRef, useTransition } from "react";

import { useMoment } from "../../_components/composer/use-moment.ts";
import { showToast } from "../../_components/primitives/toast.tsx";
import { useRefusal } from "../../_components/primitives/use-refusal.ts";
import type { CalendarEvent } from "./calendar-event.ts";

type Outcome =
  | { ok: true; value: unknown }
  | { ok: false; refusal: string; detail: Record<string, string | number> };

export interface CalendarActs {
  move: (input: { postId: string; when: { kind: "wall-clock"; at: string } }) => Promise<Outcome>;
  remove: (input: { postId: string; wasScheduled: boolean }) => Promise<Outcome>;
  restore: (input: { postId: string }) => Promise<Outcome>;
  duplicate: (input: { postId: string }) => Promise<Outcome>;
}

/** Moves and deletes at once on the screen, tells what happened, and offers to take it back. */
export function useMoving(events: readonly CalendarEvent[], acts: CalendarActs) {
  const t = useTranslations();
  const moment = useMoment();
  const inWords = useRefusal();
  const [isBusy, start] = useTransition();
  const [shown, show] = useOptimistic(events, applied);

  const tell = (outcome: Outcome, done: string, onUndo: () => void) => {
    if (outcome.ok) return showToast(done, { undo: { label: t("common.undo"), onUndo } });
    showToast(outcome.refusal ? inWords(outcome) : t("common.noConnection"), { isFailure: true });
  };

  function move(event: CalendarEvent, at: string): void {
    if (at === event.at) return;
    start(async () => {
      show({ id: event.id, at });
      const outcome = await answered(() =>
        acts.move({ postId: event.id, when: { kind: "wall-clock", at } }),
      );
      tell(outcome, t("calendar.moved", { moment: moment(at) }), () =>
        move({ ...event, at }, event.at),
      );
    });
  }

  function remove(event: CalendarEvent): void {
    start(async () => {
      show({ id: event.id, at: null });
      const outcome = await answered(() => acts.remove({ postId: event.id, wasScheduled: true }));
      tell(outcome, t("calendar.deleted"), () =>
        start(async () => void (await answered(() => acts.restore({ postId: event.id })))),
      );
    });
  }

  function duplicate(event: CalendarEvent): void {
    start(async () => {
      const outcome = await answered(() => acts.duplicate({ postId: event.id }));
      if (outcome.ok) return showToast(t("calendar.duplicated"));
      tell(outcome, "", () => undefined);
    });
  }

  const dragged = useRef<CalendarEvent | null>(null);
  const grab = (event: CalendarEvent) => void (dragged.current = event);
  /** Keeps the time of day. */
  const drop = (day: string) => {
    if (dragged.current) move(dragged.current, `${day}T${dragged.current.time}`);
    dragged.current = null;
  };

  return { shown, isBusy, move, remove, duplicate, grab, drop };
}

export type Moving = ReturnType<typeof useMoving>;

function applied(
  events: readonly CalendarEvent[],
  change: { id: string; at: string | null },
): readonly CalendarEvent[] {
  const { id, at } = change;
  if (at === null) return events.filter((event) => event.id !== id);
  return events.map((event) =>
    event.id === id ? { ...event, at, day: at.slice(0, 10), time: at.slice(11) } : event,
  );
}

async function answered(act: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await act();
  } catch {
    return { ok: false, refusal: "", detail: {} };
  }
}
