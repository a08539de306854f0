"use client";

import { Notice } from "./notice.tsx";
import { useRefusal } from "./use-refusal.ts";

/** Result of sending a form: the refusal as a sentence, or `done`. Renders nothing before sending. */
export function FormOutcome({
  state,
  done,
}: {
  state: {
    readonly refusal?: string | undefined;
    readonly detail?: Readonly<Record<string, string | number>> | undefined;
    readonly isDone?: boolean | undefined;
  };
  done?: string;
}) {
  const inWords = useRefusal();
  if (state.refusal)
    return <Notice tone="danger">{inWords({ ...state, refusal: state.refusal })}</Notice>;
  return state.isDone && done ? <Notice>{done}</Notice> : null;
}
