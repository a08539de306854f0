"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useRef, useTransition } from "react";

import { useMoment } from "../../_components/composer/use-moment.ts";
import { type UndoDiscard, useUndoDiscard } from "../../_components/delivery/use-undo-discard.ts";
import { answered, type Outcome } from "../../_components/primitives/answered.ts";
import { showToast } from "../../_components/primitives/toast.tsx";
import { useRefusal } from "../../_components/primitives/use-refusal.ts";
import type { CalendarEvent } from "./calendar-event.ts";
import { type Moved, type Swap, useSwapping } from "./use-swapping.ts";

export interface CalendarActs {
  move: (input: {
    postId: string;
    version: number;
    when: { kind: "wall-clock"; at: string };
  }) => Promise<Outcome<{ version: number }>>;
  swap: Swap;
  remove: (input: { postId: string; version: number; wasScheduled: boolean }) => Promise<Outcome>;
  restore: UndoDiscard;
  duplicate: (input: { postId: string }) => Promise<Outcome>;
}

/** Moves and deletes posts optimistically and reports each change in a toast with an undo. */
export function useMoving(events: readonly CalendarEvent[], acts: CalendarActs) {
  const t = useTranslations();
  const moment = useMoment();
  const wrong = useProblem();
  const [isBusy, start] = useTransition();
  const [shown, show] = useOptimistic(events, applied);

  const sayDeleted = useUndoDiscard(acts.restore);

  /** Resolves with an error message, or an empty text if the post was moved. */
  function move({ id, version, at: from }: Moved, at: string): Promise<string> {
    if (at === from) return Promise.resolve("");
    return new Promise((resolve) => {
      start(async () => {
        show({ id, at });
        const when = { kind: "wall-clock" as const, at };
        const outcome = await answered(() => acts.move({ postId: id, version, when }));
        resolve(wrong(outcome));
        if (!outcome.ok) return;
        const undo = () => moveAloud({ id, version: outcome.value.version, at }, from);
        const label = t("common.undo");
        const done = t("calendar.moved", { moment: moment(at) });
        showToast(done, { undo: { label, onUndo: undo } });
      });
    });
  }
  const moveAloud = (event: Moved, at: string) => void move(event, at).then(sayWrong);

  function remove({ id, version }: CalendarEvent): void {
    start(async () => {
      show({ id, at: null });
      const outcome = await answered(() =>
        acts.remove({ postId: id, version, wasScheduled: true }),
      );
      if (outcome.ok) sayDeleted(id);
      else sayWrong(wrong(outcome));
    });
  }

  function duplicate(event: CalendarEvent): void {
    start(async () => {
      const outcome = await answered(() => acts.duplicate({ postId: event.id }));
      if (outcome.ok) showToast(t("calendar.duplicated"));
      else sayWrong(wrong(outcome));
    });
  }

  const swap = useSwapping(acts.swap, {
    start,
    show,
    sayWrong: (outcome) => sayWrong(wrong(outcome)),
  });
  const dragging = useDragging({ move: moveAloud, swap });
  return { shown, isBusy, move, swap, remove, duplicate, ...dragging };
}

function useDragging({
  move,
  swap,
}: {
  move: (event: Moved, at: string) => void;
  swap: (one: Moved, other: Moved) => void;
}) {
  const dragged = useRef<CalendarEvent | null>(null);
  const grab = (event: CalendarEvent) => void (dragged.current = event);
  const letGo = () => void (dragged.current = null);
  const take = () => {
    const event = dragged.current;
    dragged.current = null;
    return event;
  };
  /** Moves the dragged post to another day at the same time of day. */
  const drop = (day: string) => {
    const event = take();
    if (event) move(event, `${day}T${event.time}`);
  };
  /** Swaps the dragged post with another one. Returns whether a post was being dragged. */
  const dropOn = (other: CalendarEvent): boolean => {
    const event = take();
    if (event) swap(event, other);
    return event !== null;
  };
  return { grab, letGo, drop, dropOn };
}

/** Returns the refusal as a translated sentence; empty on success. */
function useProblem(): (outcome: Outcome) => string {
  const inWords = useRefusal();
  return (outcome) => (outcome.ok ? "" : inWords(outcome));
}

function sayWrong(problem: string): void {
  if (problem) showToast(problem, { isFailure: true });
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
