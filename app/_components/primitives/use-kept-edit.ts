import { useEffect, useRef, useState } from "react";

import { useOwnCopy } from "./autosaved-form.tsx";
import {
  type Answered,
  asEdit,
  type Edit,
  editAfter,
  type TakeOver,
  type Version,
} from "./edit-version.ts";

interface Kept<Value, Answer> {
  /** Identifies the form among the user's forms. */
  kept: string;
  version: Version;
  saved: Value;
  answer: Answer;
  /** Returns the value that this browser kept, if it has the right type. */
  read: (value: unknown) => Value | undefined;
  isSame: (left: Value, saved: Value) => boolean;
  takeOver: TakeOver<Value>;
}

/**
 * State of input that is not in fields, such as rows that can be added and moved. It survives responses and
 * leaving the page, together with the version of the saved value that it is based on.
 */
export function useKeptEdit<Value, Answer extends Answered>({
  kept,
  version,
  saved,
  answer,
  read,
  isSame,
  takeOver,
}: Kept<Value, Answer>) {
  const copy = useOwnCopy(kept);
  const [edit, setEdit] = useState<Edit<Value>>();
  const [isRestored, setRestored] = useState(false);
  const [left, leave] = useState<Answer>();
  const sent = useRef<Value>(undefined);
  const answered = useRef(answer);
  const follow = (next: Edit<Value> | undefined) => {
    setEdit(next);
    if (next) copy.keep(next);
    else copy.drop();
  };
  useEffect(() => {
    const there = asEdit(copy.read(), read);
    if (!there) return;
    if (isSame(there.value, saved)) return copy.drop();
    setEdit(there);
    setRestored(true);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the form appears
  }, []);
  useEffect(() => {
    if (answer === answered.current) return;
    answered.current = answer;
    if (edit) follow(editAfter(answer, edit, { sent: sent.current, version, saved, takeOver }));
    if (answer.isDone) setRestored(false);
    // oxlint-disable-next-line react/exhaustive-deps -- for each answer
  }, [answer]);
  const since = edit?.since ?? version;
  return {
    value: edit?.value ?? saved,
    since,
    isRestored,
    isMet: answer !== left && answer.refusal === "changed-since",
    /** Whether the edit was discarded after the latest response, which is then no longer shown. */
    isLeft: answer === left,
    change: (value: Value) => follow({ value, since }),
    send: () => void (sent.current = edit?.value),
    /** Discards the edit and shows the saved value. */
    drop(): void {
      follow(undefined);
      setRestored(false);
      leave(answer);
    },
  };
}
