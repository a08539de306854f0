"use client";

import { useTranslations } from "next-intl";

import type { UndoneDiscard } from "#lib/deliveries/undo-discard";
import type { Result } from "#lib/kernel/result";

import { showToast } from "../primitives/toast.tsx";
import { useUndo } from "../primitives/use-undo.ts";

export type UndoDiscard = (input: { postId: string }) => Promise<Result<UndoneDiscard, string>>;

/** Reports a deleted post in a toast with an undo, and the result of the undo. */
export function useUndoDiscard(restore: UndoDiscard) {
  const t = useTranslations();
  const undo = useUndo();
  return (postId: string) =>
    showToast(t("calendar.deleted"), {
      undo: undo(
        () => restore({ postId }),
        ({ notPlanned }) => showToast(t(notPlanned ? "calendar.backAsDraft" : "calendar.back")),
      ),
    });
}
