"use client";

import { useEffect, useState, useSyncExternalStore } from "react";

import { DraftKeeper, type DraftOptions, type DraftStart } from "./draft-keeper.ts";
import { rememberInAddress } from "./save-draft.ts";

const pauseMs = 900;

/** What is written: saved a moment after the last key where `isAutosaved`, and never lost by leaving. */
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
  useEffect(() => keeper.restore(), [keeper]);
  useEffect(() => {
    if (!isAutosaved || keeper.isStored) return undefined;
    const timer = setTimeout(() => void keeper.save(), pauseMs);
    return () => clearTimeout(timer);
  }, [draft, keeper, isAutosaved]);
  useEffect(
    () => () => {
      // Left for another page of ours: a new post waits in its copy, lest two come of it.
      if (isAutosaved && keeper.postId) void keeper.save();
    },
    [keeper, isAutosaved],
  );
  useAnotherTry(state.kind === "failed", keeper.save);
  return { keeper, draft, state, isRestored };
}

/** Who comes back from signing in elsewhere, or whose connection is back, need not type to have it saved. */
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
