"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { showToast } from "../primitives/toast.tsx";
import type { ComposerProps, TheirDraft } from "./composer-props.ts";
import type { DraftKeeper } from "./draft-keeper.ts";

/**
 * Resolves an edit conflict: loads the other version and offers the ways to continue. Neither text is lost.
 */
export function useMeeting(
  { load }: Pick<ComposerProps, "load">,
  keeper: DraftKeeper,
  {
    isMet,
    onSettled,
  }: { isMet: boolean; onSettled: (theirs: Pick<TheirDraft, "isScheduled">) => void },
) {
  const t = useTranslations();
  const [theirs, setTheirs] = useState<TheirDraft>();

  useEffect(() => {
    const id = keeper.postId;
    if (!isMet || !id) return setTheirs(undefined);
    let isCurrent = true;
    void load({ postId: id }).then(
      (loaded) => isCurrent && loaded.ok && setTheirs(loaded.value),
      () => undefined,
    );
    return () => void (isCurrent = false);
    // oxlint-disable-next-line react/exhaustive-deps -- asked for once each time
  }, [isMet]);

  function keepMine(): void {
    if (!theirs) return;
    keeper.settle(theirs.version);
    onSettled(theirs);
  }
  function takeTheirs(): void {
    if (!theirs) return;
    const mine = keeper.current().draft;
    keeper.settle(theirs.version, theirs.draft);
    onSettled(theirs);
    const undo = { label: t("common.undo"), onUndo: () => keeper.change(mine) };
    showToast(t("compose.met.taken"), { undo });
  }
  return { theirs, keepMine, takeTheirs };
}
