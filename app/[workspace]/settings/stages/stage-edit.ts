import { meaningOf } from "#lib/workspaces/stage";

import { takeOverRows } from "../../../_components/primitives/edit-version.ts";
import type { Lane } from "./names-form.tsx";

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

export function rowsOf(lanes: readonly Lane[]): readonly Row[] {
  return lanes.map(({ id, key, name, ourName }, row) => ({
    row,
    id,
    name,
    ourName,
    meaning: meaningOf(key) ?? "awareness",
  }));
}

/** A new stage has got its id once it is saved. */
export function isSameRows(left: readonly Row[], saved: readonly Row[]): boolean {
  return (
    left.length === saved.length &&
    left.every(({ id, name, meaning }, place) => {
      const there = saved[place];
      return there?.name === name && there.meaning === meaning && (id === "" || there.id === id);
    })
  );
}

/** Typed on while a new stage was saved: it is that one from now on. */
export function takeOverStages(
  left: readonly Row[],
  sent: readonly Row[],
  saved: readonly Row[],
): readonly Row[] {
  return takeOverRows(left, sent, saved, (row, { id, ourName }) => ({ ...row, id, ourName }));
}

export function readRows(value: unknown): readonly Row[] | undefined {
  return Array.isArray(value) && value.length > 0 && value.every(isRow) ? value : undefined;
}

function isRow(value: unknown): value is Row {
  const { row, ...texts } = (value ?? {}) as Partial<Row>;
  const { id, name, meaning, ourName } = texts;
  return (
    typeof row === "number" && [id, name, meaning, ourName].every((one) => typeof one === "string")
  );
}
