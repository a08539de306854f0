"use client";

import { useCallback, useEffect, useRef, useState } from "react";

import { type Draft, draftInput } from "./draft.ts";

export type SaveState =
  | { kind: "untouched" }
  | { kind: "saving" }
  | { kind: "saved"; at: Date }
  | { kind: "failed" };

type Saved = { ok: true; value: { id: string } } | { ok: false; refusal: string; detail: object };
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
      if (postId.current && wanted === stored.current) return postId.current;
      setState({ kind: "saving" });
      const id = await sent(send, wanted, postId.current);
      if (!id) {
        setState({ kind: "failed" });
        return undefined;
      }
      if (!postId.current) rememberInAddress(id);
      postId.current = id;
      stored.current = wanted;
      setState({ kind: "saved", at: new Date() });
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

  return { draft, change, save, state, postId: () => postId.current, latest: () => latest.current };
}

async function sent(send: SaveDraft, draft: Draft, postId: string | undefined) {
  try {
    const outcome = await send(draftInput(draft, postId));
    return outcome.ok ? outcome.value.id : undefined;
  } catch {
    return undefined;
  }
}

/** So that a reload finds the draft again. */
function rememberInAddress(postId: string): void {
  const address = new URL(window.location.href);
  address.search = `?post=${postId}`;
  window.history.replaceState(null, "", address);
}
