"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";

import type { UndoneDiscard } from "#lib/deliveries/undo-discard";
import type { Result } from "#lib/kernel/result";

import { showToast } from "../primitives/toast.tsx";
import { useRefusal } from "../primitives/use-refusal.ts";

export type UndoDiscard = (input: { postId: string }) => Promise<Result<UndoneDiscard, string>>;

/** Says that a post was deleted, with the way back, and what came of that. */
export function useUndoDiscard(restore: UndoDiscard) {
  const t = useTranslations();
  const inWords = useRefusal();
  const [, start] = useTransition();

  const undo = (postId: string) =>
    start(async () => {
      const outcome = await restore({ postId }).catch(() => undefined);
      if (!outcome) return showToast(t("common.noConnection"), { isFailure: true });
      if (!outcome.ok) return showToast(inWords(outcome), { isFailure: true });
      showToast(t(outcome.value.notPlanned ? "calendar.backAsDraft" : "calendar.back"));
    });
  return (postId: string) =>
    showToast(t("calendar.deleted"), {
      undo: { label: t("common.undo"), onUndo: () => undo(postId) },
    });
}
