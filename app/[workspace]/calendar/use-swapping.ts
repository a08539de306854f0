"use client";

import { useTranslations } from "next-intl";

import { answered, type Outcome } from "../../_components/primitives/answered.ts";
import { showToast } from "../../_components/primitives/toast.tsx";
import type { CalendarEvent } from "./calendar-event.ts";

export type Moved = Pick<CalendarEvent, "id" | "version" | "at">;

interface PostRead {
  postId: string;
  version: number;
}

type Swapped = Outcome<{ one: number; other: number }>;

export type Swap = (input: { one: PostRead; other: PostRead }) => Promise<Swapped>;

/** Swaps the times of two posts optimistically and reports it in a toast with an undo. */
export function useSwapping(
  act: Swap,
  {
    start,
    show,
    sayWrong,
  }: {
    start: (work: () => Promise<void>) => void;
    show: (change: { id: string; at: string }) => void;
    sayWrong: (outcome: Swapped) => void;
  },
) {
  const t = useTranslations();
  return function swap(one: Moved, other: Moved): void {
    if (one.id === other.id || one.at === other.at) return;
    start(async () => {
      show({ id: one.id, at: other.at });
      show({ id: other.id, at: one.at });
      const outcome = await answered(() => act({ one: asRead(one), other: asRead(other) }));
      if (!outcome.ok) return sayWrong(outcome);
      const { one: version, other: otherVersion } = outcome.value;
      const onUndo = () =>
        swap({ ...one, at: other.at, version }, { ...other, at: one.at, version: otherVersion });
      showToast(t("calendar.swapped"), { undo: { label: t("common.undo"), onUndo } });
    });
  };
}

function asRead({ id, version }: Moved): PostRead {
  return { postId: id, version };
}
