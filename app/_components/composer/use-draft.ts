"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useState, useSyncExternalStore } from "react";

import { onLeaving } from "../primitives/leaving.ts";
import { DraftKeeper } from "./draft-keeper.ts";
import type { DraftOptions } from "./draft-state.ts";
import type { DraftStart } from "./last-stored.ts";
import { claimAddress, rememberInAddress } from "./save-draft.ts";

const pauseMs = 900;

/**
 * State of the draft: saved a moment after the last input if `isAutosaved`, and kept in this browser when the
 * page is left.
 */
export function useDraft(
  start: DraftStart,
  {
    isAutosaved,
    ...served
  }: Pick<DraftOptions, "send" | "load" | "owner"> & { isAutosaved: boolean },
) {
  const [keeper] = useState(() => new DraftKeeper(start, { ...served, onPost: rememberInAddress }));
  const { draft, state, isRestored } = useSyncExternalStore(
    keeper.subscribe,
    keeper.current,
    keeper.current,
  );
  const addressed = useSearchParams().get("post") ?? undefined;
  useEffect(() => {
    keeper.restore(addressed);
    claimAddress(keeper.postId);
    // oxlint-disable-next-line react/exhaustive-deps -- once, with the address that it was opened at
  }, [keeper]);
  useEffect(() => onLeaving(keeper.leave), [keeper]);
  useEffect(() => {
    if (!isAutosaved || keeper.isStored) return undefined;
    const timer = setTimeout(keeper.autosave, pauseMs);
    return () => clearTimeout(timer);
  }, [draft, keeper, isAutosaved]);
  useEffect(() => keeper.enter(isAutosaved), [keeper, isAutosaved]);
  useAnotherTry(state.kind === "failed", keeper.save);
  return { keeper, draft, state, isRestored };
}

/** Saves again after a failure when the window is focused or the connection returns. */
function useAnotherTry(isFailed: boolean, save: () => Promise<unknown>): void {
  useEffect(() => {
    if (!isFailed) return undefined;
    const again = () => void save();
    window.addEventListener("focus", again);
    window.addEventListener("online", again);
    return () => {
      window.removeEventListener("focus", again);
      window.removeEventListener("online", again);
    };
  }, [isFailed, save]);
}
