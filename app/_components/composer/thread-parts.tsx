"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";

import type { PostPart } from "#lib/posts/post";

import { showToast } from "../primitives/toast.tsx";
import { type ComposerAccount, emptyPart, replacePart } from "./draft.ts";
import { fitsFor, tightestCount } from "./part-count.ts";
import { PartEditor } from "./part-editor.tsx";
import { movePart, splitPart, splitPartAt, withoutPart } from "./thread.ts";
import type { PeopleSource } from "./use-people.ts";

interface ThreadProps {
  parts: readonly PostPart[];
  label: string;
  /** The accounts that get these parts. */
  readers: readonly ComposerAccount[];
  onChange: (parts: readonly PostPart[]) => void;
  uploadTo: string;
  mentions: PeopleSource;
}

/**
 * The parts of a thread, each with its counter. They can be split at sentence ends (automatically when a long
 * text is pasted) or at the caret, moved and removed.
 */
export function ThreadParts(props: ThreadProps) {
  const { parts, onChange } = props;
  const listId = useId();
  const focusOn = useFocusAfter(listId, parts);
  const move = (from: number, to: number) => {
    onChange(movePart(parts, from, to));
    focusOn(to, to < from ? "up" : "down");
  };
  return (
    <div id={listId} className="grid grid-cols-1 gap-2">
      {parts.map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a part is its place in the thread
        <ThreadPart key={index} {...props} part={part} index={index} onMove={move} />
      ))}
    </div>
  );
}

function ThreadPart({
  parts,
  part,
  index,
  label,
  readers,
  onChange,
  onMove,
  uploadTo,
  mentions,
}: ThreadProps & { part: PostPart; index: number; onMove: (from: number, to: number) => void }) {
  const t = useTranslations("compose");
  const replace = useUndoableChange(parts, onChange);
  const warning = parts[0]?.warning;
  const hasThreads = readers.every(({ limits }) => limits.threadMax > 1);
  const fits = fitsFor(readers, part.warning ?? warning);
  const pieces = !hasThreads || fits(part.text) ? parts : splitPart(parts, index, fits);
  const { length: count } = parts;
  return (
    <PartEditor
      part={part}
      label={count > 1 ? t("partOf", { number: index + 1, count, label }) : label}
      readers={readers}
      count={tightestCount(readers, part, warning)}
      splitsInto={pieces.length - count + 1}
      onChange={(next) => onChange(replacePart(parts, index, next))}
      onPasted={(next) => {
        const whole = replacePart(parts, index, next);
        const split = hasThreads ? splitPart(whole, index, fits) : whole;
        if (split.length > whole.length) replace(split, whole);
        else onChange(whole);
      }}
      onSplit={() => replace(pieces)}
      uploadTo={uploadTo}
      mentions={mentions}
      onSplitAt={hasThreads ? (at) => replace(splitPartAt(parts, index, at)) : undefined}
      {...placeActs({ parts, index, onMove, onChange })}
    />
  );
}

/**
 * Returns the actions for a part by its place: the first cannot move up, the last cannot move down, the only
 * one cannot be removed.
 */
function placeActs({
  parts,
  index,
  onMove,
  onChange,
}: Pick<ThreadProps, "parts" | "onChange"> & {
  index: number;
  onMove: (from: number, to: number) => void;
}) {
  const last = parts.length - 1;
  return {
    onMoveUp: index > 0 ? () => onMove(index, index - 1) : undefined,
    onMoveDown: index < last ? () => onMove(index, index + 1) : undefined,
    onRemove: last > 0 ? () => onChange(withoutPart(parts, index)) : undefined,
    onAddPart: index === last ? () => onChange([...parts, emptyPart]) : undefined,
  };
}

/** Splits with a toast and an undo, because splitting changes much at once. */
function useUndoableChange(
  parts: readonly PostPart[],
  onChange: (parts: readonly PostPart[]) => void,
) {
  const t = useTranslations("compose");
  const common = useTranslations("common");
  return (next: readonly PostPart[], before = parts) => {
    if (next === before) return;
    onChange(next);
    const undo = { label: common("undo"), onUndo: () => onChange(before) };
    showToast(t("split", { count: next.length }), { undo });
  };
}

/**
 * Keeps the focus on the pressed button of the part that moved, or on the opposite button at the end of the
 * list.
 */
function useFocusAfter(listId: string, parts: readonly PostPart[]) {
  const wanted = useRef<{ index: number; how: "up" | "down" } | undefined>(undefined);
  useEffect(() => {
    if (!wanted.current) return;
    const { index, how } = wanted.current;
    wanted.current = undefined;
    const part = document.getElementById(listId)?.children[index];
    const button =
      part?.querySelector<HTMLElement>(`[data-move="${how}"]`) ??
      part?.querySelector<HTMLElement>("[data-move]");
    button?.focus();
  }, [listId, parts]);
  return (index: number, how: "up" | "down") => {
    wanted.current = { index, how };
  };
}
