import { useTranslations } from "next-intl";

import { Notice } from "./notice.tsx";

/** What came of sending a form: a refusal in words, or `done`. Nothing before it was sent. */
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
  const refusals = useTranslations("refusals");
  if (state.refusal)
    return <Notice tone="danger">{refusals(state.refusal, state.detail ?? {})}</Notice>;
  return state.isDone && done ? <Notice>{done}</Notice> : null;
}
