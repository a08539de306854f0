"use client";

import {
  type ComponentProps,
  createContext,
  useContext,
  useEffect,
  useRef,
  useState,
  type ReactNode,
} from "react";

import { dropCopy, keepCopy, readCopy } from "./browser-copy.ts";
import { onDone } from "./done-forms.ts";
import { type Answered, sinceAfter, type Version } from "./edit-version.ts";
import { RestoredNotice } from "./restored-notice.tsx";
import { fillInAll, shownBy, typedIn, type TypedFields } from "./typed-fields.ts";

/** Whose copies this browser keeps: a person in a workspace. */
const Owner = createContext("");

export function FormOwner({ owner, children }: { owner: string; children: ReactNode }) {
  return <Owner value={owner}>{children}</Owner>;
}

interface Props extends ComponentProps<"form"> {
  /** Which form of this person it is; absent: nothing is kept. */
  kept: string | undefined;
  /** Of what the form changes: which one the page shows. Sent along as `version`. */
  version?: Version | undefined;
  /** What came of sending it: once it is done, the copy goes. */
  answer?: Answered | undefined;
}

/**
 * A form whose text is not lost by leaving: however the page is left, it is there on return, with the version
 * that it was typed over, so that nothing a colleague changed meanwhile is written over unseen.
 */
export function AutosavedForm({ kept, version, answer, children, onSubmit, ...form }: Props) {
  const { ref, since, isRestored, keep, drop, send } = useKept(kept, version, answer);
  return (
    <form
      // A browser would put back on Back what the server may have newer; what is kept here knows its version.
      autoComplete="off"
      {...form}
      ref={ref}
      onInput={keep}
      onSubmit={(event) => {
        send();
        onSubmit?.(event);
      }}
    >
      {since === undefined ? null : <input type="hidden" name="version" value={since} />}
      <RestoredNotice isRestored={isRestored} onDrop={drop} />
      {children}
    </form>
  );
}

/** For forms that say themselves when they are done with. */
export function useForget(): (kept: string) => void {
  const owner = useContext(Owner);
  return (kept) => dropCopy(keyOf(owner, kept));
}

/** For what is typed beside fields, such as rows that are added and moved: kept as fields are. */
export function useOwnCopy(kept: string) {
  const key = keyOf(useContext(Owner), kept);
  return {
    read: () => readCopy(key),
    keep: (copy: object) => keepCopy(key, copy),
    drop: () => dropCopy(key),
  };
}

function useKept(kept: string | undefined, version: Props["version"], answer: Props["answer"]) {
  const owner = useContext(Owner);
  const key = kept === undefined ? undefined : keyOf(owner, kept);
  const ref = useRef<HTMLFormElement>(null);
  const shown = useRef<{ answer: Props["answer"]; fields: TypedFields }>({ answer, fields: {} });
  const { since, sinceNow, follow } = useSince(version);
  const [isRestored, setRestored] = useState(false);
  const isSent = useSent(key);
  const isFilling = useRef(false);

  const keep = () => {
    if (!key || !ref.current || isFilling.current) return;
    const typed = typedIn(ref.current, shown.current.fields);
    if (Object.keys(typed).length > 0) keepCopy(key, { typed, version: sinceNow.current });
    else dropCopy(key);
  };
  const drop = () => {
    ref.current?.reset();
    follow(version);
    setRestored(false);
    if (key) dropCopy(key);
  };
  useEffect(() => {
    if (!ref.current) return;
    shown.current.fields = shownBy(ref.current);
    const copy = key ? asCopy(readCopy(key)) : undefined;
    if (!copy) return keep();
    isFilling.current = true;
    // What is filled in is as old as it was: it is kept so, too.
    follow(copy.version ?? version);
    return fillInAll(ref.current, copy.typed, (isOther) => {
      isFilling.current = false;
      if (!isOther) follow(version);
      setRestored(isOther);
      keep();
    });
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the form appears
  }, [key]);
  useEffect(() => {
    if (!answer || answer === shown.current.answer || !ref.current) return;
    if (answer.isDone) shown.current.fields = shownBy(ref.current);
    shown.current.answer = answer;
    isSent.current = false;
    follow(sinceAfter(answer, sinceNow.current, version));
    setRestored(false);
    keep();
    // oxlint-disable-next-line react/exhaustive-deps -- for each answer
  }, [answer]);
  const send = () => void (isSent.current = true);
  return { ref, since, isRestored, keep, drop, send };
}

/** Whether it is on its way: where it then leads to another page, its copy goes. */
function useSent(key: string | undefined) {
  const isSent = useRef(false);
  useEffect(
    () =>
      onDone(() => {
        if (key && isSent.current) dropCopy(key);
      }),
    [key],
  );
  return isSent;
}

/** What the form follows on, to be shown and, before it is shown, to be kept. */
function useSince(version: Props["version"]) {
  const [since, setSince] = useState(version);
  const sinceNow = useRef(version);
  const follow = (next: Props["version"]) => {
    sinceNow.current = next;
    setSince(next);
  };
  return { since, sinceNow, follow };
}

interface FormCopy {
  readonly typed: TypedFields;
  readonly version?: number | string;
}

function asCopy(value: unknown): FormCopy | undefined {
  const { typed, version } = (value ?? {}) as { typed?: unknown; version?: unknown };
  if (typeof typed !== "object" || typed === null) return undefined;
  const isWhole = Object.values(typed).every(
    (values) => Array.isArray(values) && values.every((one) => typeof one === "string"),
  );
  if (!isWhole) return undefined;
  const isVersion = typeof version === "number" || typeof version === "string";
  return { typed: typed as TypedFields, ...(isVersion && { version }) };
}

function keyOf(owner: string, kept: string): string {
  return `shoutloop form ${owner} ${kept}`;
}
