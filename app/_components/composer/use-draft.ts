"use client";

import { useCallback, useEffect, useRef, useState } from "react";

import { isEmptyDraft } from "#lib/posts/post";

import { type Draft, draftInput } from "./draft.ts";

export type SaveState =
  | { kind: "untouched" }
  | { kind: "saving" }
  | { kind: "saved"; at: Date }
  /** `refusal` is a message key under `refusals`; absent where the server did not answer. */
  | { kind: "failed"; refusal?: string; detail?: Readonly<Record<string, string | number>> };

type Refused = { ok: false; refusal: string; detail: Readonly<Record<string, string | number>> };
type Saved = { ok: true; value: { id: string } } | Refused;
export type SaveDraft = (input: ReturnType<typeof draftInput>) => Promise<Saved>;

const pauseMs = 900;

/**
 * Holds what is written and saves it a moment after the last key. Saves never overtake each other. `save` ends once what is on the
 * screen is stored, and gives the post's id, or nothing where the server refused or did not answer.
 */
export function useDraft(
  start: { draft: Draft; postId: string | undefined; isAutosaved: boolean },
  send: SaveDraft,
) {
  const [draft, setDraft] = useState(start.draft);
  const [state, setState] = useState<SaveState>({ kind: "untouched" });
  const latest = useRef(start.draft);
  const stored = useRef(start.draft);
  const postId = useRef(start.postId);
  const running = useRef<Promise<string | undefined>>(Promise.resolve(undefined));

  const save = useCallback(async (): Promise<string | undefined> => {
    running.current = running.current.then(async () => {
      const wanted = latest.current;
      const before = postId.current;
      if (before ? wanted === stored.current : isEmptyDraft(wanted)) return before;
      setState({ kind: "saving" });
      const { id, isStored, state: next } = resultOf(await sent(send, wanted, before));
      setState(next);
      if (!isStored) return undefined;
      stored.current = wanted;
      postId.current = id;
      if (before !== id) rememberInAddress(id);
      return id;
    });
    return running.current;
  }, [send]);

  const change = useCallback((next: Draft) => {
    latest.current = next;
    setDraft(next);
  }, []);

  useEffect(() => {
    if (!start.isAutosaved || draft === stored.current) return;
    const timer = setTimeout(() => void save(), pauseMs);
    return () => clearTimeout(timer);
  }, [draft, save, start.isAutosaved]);

  useAnotherTry(state.kind === "failed", save);

  return { draft, change, save, state, postId: () => postId.current, latest: () => latest.current };
}

/** Nothing where the server did not answer. */
async function sent(
  send: SaveDraft,
  draft: Draft,
  postId: string | undefined,
): Promise<Saved | undefined> {
  try {
    return await send(draftInput(draft, postId));
  } catch {
    return undefined;
  }
}

/** An emptied draft is gone, which is as good as stored; nothing is left to remember. */
function resultOf(outcome: Saved | undefined): {
  id: string | undefined;
  isStored: boolean;
  state: SaveState;
} {
  if (outcome?.ok)
    return { id: outcome.value.id, isStored: true, state: { kind: "saved", at: new Date() } };
  if (outcome?.refusal === "nothing-written")
    return { id: undefined, isStored: true, state: { kind: "untouched" } };
  const { refusal, detail } = outcome ?? {};
  const why = refusal && detail ? { refusal, detail } : {};
  return { id: undefined, isStored: false, state: { kind: "failed", ...why } };
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

/** So that a reload finds the draft again, or begins anew where it was emptied and is gone. */
function rememberInAddress(postId: string | undefined): void {
  const address = new URL(window.location.href);
  address.search = postId ? `?post=${postId}` : "";
  window.history.replaceState(null, "", address);
}
