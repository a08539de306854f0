"use client";

import { useTranslations } from "next-intl";

import type { ImportReport } from "#lib/engagement/import-touchpoints";
import { dayOrders, type DayOrder } from "#lib/kernel/read-day";

import { SelectField } from "../../../_components/primitives/field.tsx";

/** Asked where the list does not show it: only the one who made it can say. */
export function ChooseDayOrder({
  report,
  dayOrder,
  onChange,
}: {
  report: ImportReport | undefined;
  dayOrder: DayOrder | undefined;
  onChange: (order: DayOrder) => void;
}) {
  const t = useTranslations("touchpoints.import.dayOrder");
  const isUnclear = report?.problems.some(({ code }) => code === "date-ambiguous") ?? false;
  if (dayOrder === undefined && !isUnclear) return null;
  return (
    <SelectField
      label={t("label")}
      value={dayOrder ?? ""}
      options={[
        { value: "", label: t("unsaid") },
        ...dayOrders.map((order) => ({ value: order, label: t(order) })),
      ]}
      onChange={(event) => {
        const order = dayOrders.find((one) => one === event.currentTarget.value);
        if (order) onChange(order);
      }}
      hasNoErrorRoom
    />
  );
}
