"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";

import { shortenText } from "#lib/kernel/cut-text";

export interface Selectable {
  readonly id: string;
  readonly version: number;
  readonly text: string;
}

interface Selection {
  readonly all: readonly Selectable[];
  readonly chosen: readonly Selectable[];
  readonly has: (id: string) => boolean;
  /** With `isRange`, selects everything between the last selected entry and this one. */
  readonly choose: (id: string, isChosen: boolean, isRange: boolean) => void;
  readonly chooseAll: (isChosen: boolean) => void;
}

const SelectionContext = createContext<Selection | null>(null);

/**
 * Provides which posts and drafts of a list are selected. After a change elsewhere the remaining ones stay
 * selected.
 */
export function SelectionProvider({
  all,
  children,
}: {
  all: readonly Selectable[];
  children: ReactNode;
}) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const selection = useMemo((): Selection => {
    function choose(id: string, isChosen: boolean, isRange: boolean): void {
      const wanted = isRange ? between(all, last.current, id) : [id];
      last.current = id;
      setIds((before) => changed(before, wanted, isChosen));
    }
    const every = all.map(({ id }) => id);
    return {
      all,
      chosen: all.filter(({ id }) => ids.has(id)),
      has: (id) => ids.has(id),
      choose,
      chooseAll: (isChosen) => setIds(new Set(isChosen ? every : [])),
    };
  }, [all, ids]);
  return <SelectionContext value={selection}>{children}</SelectionContext>;
}

/** Returns the selection; null if nothing can be selected. */
export function useSelection(): Selection | null {
  return useContext(SelectionContext);
}

/** Checkbox before a post; renders nothing if the post cannot be selected. */
export function SelectBox({ id, text }: { id: string; text: string }) {
  const t = useTranslations("calendar");
  const selection = useSelection();
  if (!selection?.all.some((one) => one.id === id)) return null;
  return (
    <label className="grid size-11 flex-none cursor-pointer place-items-center sm:size-6">
      <input
        type="checkbox"
        className="m-0 size-4 accent-ink"
        aria-label={t("bulk.select", { text: shortenText(text || t("noText"), 60) })}
        checked={selection.has(id)}
        onChange={(change) => {
          const click = change.nativeEvent as MouseEvent;
          selection.choose(id, change.currentTarget.checked, click.shiftKey);
        }}
      />
    </label>
  );
}

function between(all: readonly Selectable[], from: string | null, to: string): string[] {
  const ends = [from, to].map((wanted) => all.findIndex(({ id }) => id === wanted));
  const [first = 0, second = 0] = ends.includes(-1) ? [ends[1], ends[1]] : ends;
  const [start, end] = [Math.min(first, second), Math.max(first, second)];
  return all.slice(start, end + 1).map(({ id }) => id);
}

function changed(before: ReadonlySet<string>, ids: readonly string[], isChosen: boolean) {
  const after = new Set(before);
  for (const id of ids)
    if (isChosen) after.add(id);
    else after.delete(id);
  return after;
}
