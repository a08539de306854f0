"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";

import { Button } from "../../../_components/primitives/button.tsx";
import { SelectField, TextField } from "../../../_components/primitives/field.tsx";
import type { Row, Slot } from "./slots-edit.ts";
import { useWeekdays } from "./use-weekdays.ts";

export interface SlotStage {
  id: string;
  name: string;
}

/** The same limit as in the input schema. */
const mostSlots = 60;

/** The slots of an account in the order of the week. A new slot copies the last one, a day later. */
export function SlotRows({
  rows,
  setRows,
  stages,
  canChange,
}: {
  rows: readonly Row[];
  setRows: (rows: readonly Row[]) => void;
  stages: readonly SlotStage[];
  canChange: boolean;
}) {
  const t = useTranslations("queue");
  const adding = useRef<HTMLDivElement>(null);
  const change = (index: number, part: Partial<Row>) =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const add = () => {
    const row = Math.max(-1, ...rows.map((one) => one.row)) + 1;
    setRows([...rows, { ...dayLater(rows.at(-1)), row }]);
  };
  const remove = (index: number) => {
    setRows(rows.toSpliced(index, 1));
    // The button that had the focus was removed.
    adding.current?.querySelector("button")?.focus();
  };
  return (
    <>
      {rows.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ol className="grid max-w-[680px] gap-3">
        {rows.map((row, index) => (
          <SlotRow
            key={row.row}
            {...{ row, stages, canChange }}
            number={index + 1}
            onChange={(part) => change(index, part)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      {canChange ? (
        <div ref={adding}>
          <Button onClick={add} disabled={rows.length >= mostSlots}>
            <Plus aria-hidden />
            {t("add")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function dayLater(last: Slot | undefined): Slot {
  if (!last) return { weekday: 1, time: "09:00", stageId: null };
  return { ...last, weekday: (last.weekday % 7) + 1 };
}

function SlotRow({
  row: { weekday, time, stageId },
  number,
  stages,
  canChange,
  onChange,
  onRemove,
}: {
  row: Row;
  number: number;
  stages: readonly SlotStage[];
  canChange: boolean;
  onChange: (part: Partial<Row>) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("queue");
  const days = useWeekdays();
  const any = { value: "", label: t("anyStage") };
  return (
    <li className={rowLook}>
      <SelectField
        name="slots.weekday"
        label={t("weekday", { number })}
        value={String(weekday)}
        options={days}
        onChange={(event) => onChange({ weekday: Number(event.target.value) })}
        hasNoErrorRoom
      />
      <TextField
        name="slots.time"
        type="time"
        label={t("time", { number })}
        value={time}
        required
        onChange={(event) => onChange({ time: event.target.value })}
        hasNoErrorRoom
      />
      <SelectField
        name="slots.stageId"
        label={t("stage", { number })}
        value={stageId ?? ""}
        options={[any, ...stages.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) => onChange({ stageId: event.target.value || null })}
        hasNoErrorRoom
      />
      {canChange ? <RemoveButton {...{ number, onRemove }} /> : null}
    </li>
  );
}

const rowLook =
  "grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-end gap-2 border-line-2 max-sm:border-t max-sm:pt-3 sm:grid-cols-[1fr_120px_1fr_auto]";

function RemoveButton({ number, onRemove }: { number: number; onRemove: () => void }) {
  const t = useTranslations("queue");
  return (
    <Button isIcon variant="quiet" aria-label={t("remove", { number })} onClick={onRemove}>
      <Trash2 />
    </Button>
  );
}
