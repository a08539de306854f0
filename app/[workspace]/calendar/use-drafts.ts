"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";

import type { Calendar } from "#lib/views/calendar";

import { useMoment } from "../../_components/composer/use-moment.ts";
import { answered, type Outcome } from "../../_components/primitives/answered.ts";
import { showToast } from "../../_components/primitives/toast.tsx";
import { useRefusal } from "../../_components/primitives/use-refusal.ts";
import { useUndo } from "../../_components/primitives/use-undo.ts";

export type ShownDraft = Calendar["drafts"][number];

type Act = (input: { postId: string }) => Promise<Outcome>;

export interface DraftActs {
  schedule: (input: {
    postId: string;
    when: { kind: "wall-clock"; at: string };
  }) => Promise<Outcome>;
  unschedule: Act;
  remove: Act;
  restore: Act;
  duplicate: Act;
}

/** Removes drafts from the tray optimistically and reports each change in a toast with an undo. */
export function useDrafts(workspace: string, drafts: readonly ShownDraft[], acts: DraftActs) {
  const t = useTranslations("calendar");
  const undo = useUndo();
  const [, start] = useTransition();
  const { schedule } = useScheduling(workspace, acts);
  const inWords = useRefusal();
  const [shown, hide] = useOptimistic(drafts, (all, id: string) =>
    all.filter((draft) => draft.id !== id),
  );

  const remove = (draft: ShownDraft) =>
    start(async () => {
      hide(draft.id);
      const outcome = await answered(() => acts.remove({ postId: draft.id }));
      if (!outcome.ok) return showToast(inWords(outcome), { isFailure: true });
      showToast(t("draftDeleted"), { undo: undo(() => acts.restore({ postId: draft.id })) });
    });

  const duplicate = (postId: string) =>
    start(async () => {
      const outcome = await answered(() => acts.duplicate({ postId }));
      if (outcome.ok) showToast(t("duplicated"));
      else showToast(inWords(outcome), { isFailure: true });
    });

  return { shown, remove, duplicate, schedule };
}

/**
 * Schedules drafts. `schedule` returns an error message; `drop` shows it itself, with a link to the draft.
 */
export function useScheduling(workspace: string, acts: Pick<DraftActs, "schedule" | "unschedule">) {
  const t = useTranslations("calendar");
  const common = useTranslations("common");
  const undo = useUndo();
  const router = useRouter();
  const moment = useMoment();
  const inWords = useRefusal();
  const [, start] = useTransition();

  async function schedule(postId: string, at: string): Promise<string> {
    const outcome = await answered(() =>
      acts.schedule({ postId, when: { kind: "wall-clock", at } }),
    );
    if (!outcome.ok) return inWords(outcome);
    const back = undo(() => acts.unschedule({ postId }));
    showToast(t("scheduled", { moment: moment(at) }), { undo: back });
    return "";
  }

  const drop = (postId: string, at: string) =>
    start(async () => {
      const problem = await schedule(postId, at);
      const onUndo = () => router.push(`/${workspace}/compose?post=${postId}&at=${at}`);
      if (problem) showToast(problem, { isFailure: true, undo: { label: common("edit"), onUndo } });
    });

  return { schedule, drop };
}
