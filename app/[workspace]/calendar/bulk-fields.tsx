"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import type { PostsChange } from "#lib/deliveries/input";

import { SelectField, TextField } from "../../_components/primitives/field.tsx";

type Stages = readonly { readonly id: string; readonly name: string }[];

/** Whether the change needs input before it can be previewed. */
export function isAsking(kind: PostsChange["kind"]): boolean {
  return kind === "shift" || kind === "day" || kind === "stage";
}

/** Returns the change that the dialog proposes. */
export function startOf(
  kind: PostsChange["kind"],
  { today, stages }: { today: string; stages: Stages },
): PostsChange {
  if (kind === "shift") return { kind, days: 7, minutes: 0 };
  if (kind === "day") return { kind, day: today };
  if (kind === "stage") return { kind, stageId: stages[0]?.id ?? "" };
  return { kind };
}

export function BulkFields({
  change,
  stages,
  onChange,
}: {
  change: PostsChange;
  stages: Stages;
  onChange: (change: PostsChange) => void;
}) {
  const t = useTranslations("calendar.bulk");
  if (change.kind === "shift") return <SpanFields onChange={onChange} />;
  if (change.kind === "day")
    return (
      <TextField
        type="date"
        label={t("dayLabel")}
        help={t("dayHelp")}
        value={change.day}
        hasNoErrorRoom
        onChange={(event) => onChange({ kind: "day", day: event.currentTarget.value })}
      />
    );
  if (change.kind === "stage")
    return (
      <SelectField
        label={t("stageLabel")}
        value={change.stageId}
        options={stages.map(({ id, name }) => ({ value: id, label: name }))}
        hasNoErrorRoom
        onChange={(event) => onChange({ kind: "stage", stageId: event.currentTarget.value })}
      />
    );
  return null;
}

const units = ["days", "hours", "minutes"] as const;
const directions = ["later", "earlier"] as const;

function SpanFields({ onChange }: { onChange: (change: PostsChange) => void }) {
  const t = useTranslations("calendar.bulk");
  const [span, setSpan] = useState({ amount: "7", unit: "days", direction: "later" });
  function set(next: Partial<typeof span>): void {
    const { amount, unit, direction } = { ...span, ...next };
    setSpan({ amount, unit, direction });
    const signed = Math.trunc(Number(amount)) * (direction === "later" ? 1 : -1);
    const minutes = signed * (unit === "hours" ? 60 : 1);
    onChange({
      kind: "shift",
      ...(unit === "days" ? { days: signed, minutes: 0 } : { days: 0, minutes }),
    });
  }
  return (
    <div className="grid grid-cols-2 gap-2 *:first:col-span-2 sm:grid-cols-3 sm:*:first:col-span-1">
      <TextField
        type="number"
        min={1}
        max={3_660}
        label={t("amount")}
        value={span.amount}
        hasNoErrorRoom
        onChange={(event) => set({ amount: event.currentTarget.value })}
      />
      <SelectField
        label={t("unit")}
        value={span.unit}
        options={units.map((unit) => ({ value: unit, label: t(`units.${unit}`) }))}
        hasNoErrorRoom
        onChange={(event) => set({ unit: event.currentTarget.value })}
      />
      <SelectField
        label={t("direction")}
        value={span.direction}
        options={directions.map((one) => ({ value: one, label: t(`directions.${one}`) }))}
        hasNoErrorRoom
        onChange={(event) => set({ direction: event.currentTarget.value })}
      />
    </div>
  );
}
