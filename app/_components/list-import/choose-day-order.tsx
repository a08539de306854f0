"use client";

import { useTranslations } from "next-intl";

import { dayOrders, type DayOrder } from "#lib/kernel/read-day";

import { SelectField } from "../primitives/field.tsx";

/** Asks for the order of day and month if the list does not show it. */
export function ChooseDayOrder({
  isUnclear,
  dayOrder,
  onChange,
}: {
  isUnclear: boolean;
  dayOrder: DayOrder | undefined;
  onChange: (order: DayOrder) => void;
}) {
  const t = useTranslations("lists.dayOrder");
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
