import { useEffect, useState } from "react";

import { useOwnCopy } from "../../../_components/primitives/autosaved-form.tsx";

export interface Row {
  /** Of this page only. */
  row: number;
  /** Empty: a new stage. */
  id: string;
  name: string;
  meaning: string;
  /** What it is called where the name is left empty. */
  ourName: string;
}

/** Rows as they were left, with the version that they were made from. */
export function useKeptRows(version: number, saved: readonly Row[]) {
  const copy = useOwnCopy("own stages");
  const [rows, show] = useState(saved);
  const [since, setSince] = useState(version);
  const [isRestored, setRestored] = useState(false);
  useEffect(() => {
    const left = asCopy(copy.read());
    if (!left) return;
    if (isSame(left.rows, saved)) return copy.drop();
    show(left.rows);
    setSince(left.version);
    setRestored(true);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the rows appear
  }, []);
  return {
    rows,
    since,
    isRestored,
    setRows(changed: readonly Row[]): void {
      show(changed);
      copy.keep({ rows: changed, version: since });
    },
    dropRestored(): void {
      copy.drop();
      show(saved);
      setSince(version);
      setRestored(false);
    },
  };
}

/** A new stage has got its id once it is saved. */
function isSame(left: readonly Row[], saved: readonly Row[]): boolean {
  return (
    left.length === saved.length &&
    left.every(({ id, name, meaning }, place) => {
      const there = saved[place];
      return there?.name === name && there.meaning === meaning && (id === "" || there.id === id);
    })
  );
}

function asCopy(value: unknown): { rows: readonly Row[]; version: number } | undefined {
  const { rows, version } = (value ?? {}) as { rows?: unknown; version?: unknown };
  if (!Array.isArray(rows) || rows.length === 0 || typeof version !== "number") return undefined;
  return rows.every(isRow) ? { rows, version } : undefined;
}

function isRow(value: unknown): value is Row {
  const { row, ...texts } = (value ?? {}) as Partial<Row>;
  const { id, name, meaning, ourName } = texts;
  return (
    typeof row === "number" && [id, name, meaning, ourName].every((one) => typeof one === "string")
  );
}
