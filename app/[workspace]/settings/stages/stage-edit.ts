import { meaningOf } from "#lib/workspaces/stage";

import { takeOverRows } from "../../../_components/primitives/edit-version.ts";
import type { Lane } from "./names-form.tsx";

export interface Row {
  /** React key of the row; valid on this page only. */
  row: number;
  /** Empty for a new stage. */
  id: string;
  name: string;
  meaning: string;
  /** The name used if the name is left empty. */
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

/**
 * Whether the rows equal the saved ones. A row without an id equals a saved one with an id, since a new stage
 * gets its id when it is saved.
 */
export function isSameRows(left: readonly Row[], saved: readonly Row[]): boolean {
  return (
    left.length === saved.length &&
    left.every(({ id, name, meaning }, place) => {
      const there = saved[place];
      return there?.name === name && there.meaning === meaning && (id === "" || there.id === id);
    })
  );
}

/** If the form was edited while a new stage was being saved, gives the stage's row its new id. */
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
