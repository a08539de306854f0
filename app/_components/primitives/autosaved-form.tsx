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

/** Owner of the copies in this browser: user and workspace. */
const Owner = createContext("");

export function FormOwner({ owner, children }: { owner: string; children: ReactNode }) {
  return <Owner value={owner}>{children}</Owner>;
}

interface Props extends ComponentProps<"form"> {
  /** Identifies the form among the user's forms; undefined if nothing is kept. */
  kept: string | undefined;
  /** Version of the data that the form shows. Sent along as `version`. */
  version?: Version | undefined;
  /** Result of sending the form. After success the copy is deleted. */
  answer?: Answered | undefined;
}

/**
 * A form that keeps its input in this browser when the page is left, and restores it together with the
 * version that it is based on, so that a colleague's changes are not overwritten unseen.
 */
export function AutosavedForm({ kept, version, answer, children, onSubmit, ...form }: Props) {
  const { ref, since, isRestored, keep, drop, send } = useKept(kept, version, answer);
  return (
    <form
      // Otherwise the browser restores old input on Back, although the server may have newer data; the kept
      // copy knows its version.
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

/** Returns a function that deletes a form's copy, for forms that handle success themselves. */
export function useForget(): (kept: string) => void {
  const owner = useContext(Owner);
  return (kept) => dropCopy(keyOf(owner, kept));
}

/** Reads and writes the copy of input that is not in fields, such as rows that can be added and moved. */
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
    // Restored input keeps the version that it was based on.
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

/** Tracks whether the form was sent. If sending leads to another page, the copy is deleted. */
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

/**
 * The version that the form's input is based on, as state to render and as a ref to read before rendering.
 */
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
