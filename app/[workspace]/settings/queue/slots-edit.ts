export interface Slot {
  readonly weekday: number;
  readonly time: string;
  readonly stageId: string | null;
}

export interface Row extends Slot {
  /** React key of the row; valid on this page only. */
  readonly row: number;
}

export interface SlotsEdit {
  readonly rows: readonly Row[];
  readonly isPaused: boolean;
}

export function slotsEditOf({
  slots,
  isPaused,
}: {
  readonly slots: readonly Slot[];
  readonly isPaused: boolean;
}): SlotsEdit {
  const rows = slots.map(({ weekday, time, stageId }, row) => ({ weekday, time, stageId, row }));
  return { rows, isPaused };
}

/** Compares the slots regardless of their order in the form: they are saved in the order of the week. */
export function isSameSlots(left: SlotsEdit, saved: SlotsEdit): boolean {
  return left.isPaused === saved.isPaused && timesOf(left).join() === timesOf(saved).join();
}

function timesOf({ rows }: SlotsEdit): string[] {
  return rows.map(({ weekday, time, stageId }) => `${weekday} ${time} ${stageId}`).toSorted();
}

export function readSlots(value: unknown): SlotsEdit | undefined {
  const { rows, isPaused } = (value ?? {}) as { rows?: unknown; isPaused?: unknown };
  if (typeof isPaused !== "boolean" || !Array.isArray(rows) || !rows.every(isRow)) return undefined;
  return { rows, isPaused };
}

function isRow(value: unknown): value is Row {
  const { row, weekday, time, stageId } = (value ?? {}) as Partial<Row>;
  const isTime = typeof weekday === "number" && typeof time === "string";
  return typeof row === "number" && isTime && (stageId === null || typeof stageId === "string");
}
