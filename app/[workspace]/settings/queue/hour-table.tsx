import { useTranslations } from "next-intl";

import type { QueueView } from "#lib/views/queue";

import { ScrollRegion } from "../../../_components/primitives/scroll-region.tsx";
import { Cell, ColumnHead, RowHead, Table } from "../../../_components/primitives/table.tsx";
import { useWeekdays } from "./use-weekdays.ts";

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/**
 * Number of touchpoints of each hour of the week. Stars mark the best hours; darker cells have more
 * touchpoints.
 */
export function HourTable({ bestTimes: { cells, best } }: { bestTimes: QueueView["bestTimes"] }) {
  const t = useTranslations("queue.best");
  const days = useWeekdays("short");
  const most = Math.max(1, ...cells.map(({ touchpoints }) => touchpoints));
  const countAt = (weekday: number, hour: number) =>
    cells.find((cell) => cell.weekday === weekday && cell.hour === hour)?.touchpoints ?? 0;
  const isBest = (weekday: number, hour: number) =>
    best.some((one) => one.weekday === weekday && one.hour === hour);
  return (
    <ScrollRegion label={t("table")}>
      <Table className="w-full max-w-[640px] min-w-[440px] table-fixed">
        <caption className="sr-only">{t("table")}</caption>
        <thead>
          <tr>
            <ColumnHead>{t("hour")}</ColumnHead>
            {days.map(({ value, label }) => (
              <ColumnHead key={value} isFigure>
                {label}
              </ColumnHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr key={hour}>
              <RowHead>{`${String(hour).padStart(2, "0")}:00`}</RowHead>
              {days.map(({ value }) => {
                const count = countAt(Number(value), hour);
                return (
                  <Cell key={value} isFigure className={shades[shadeOf(count / most)]}>
                    {isBest(Number(value), hour) ? <Star /> : null}
                    {count > 0 ? count : <span className="text-ink-3">–</span>}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}

function Star() {
  const t = useTranslations("queue.best");
  return (
    <>
      <span aria-hidden="true">★ </span>
      <span className="sr-only">{t("isBest")} </span>
    </>
  );
}

const shades = ["", "bg-ink/4", "bg-ink/8", "bg-ink/12"] as const;

function shadeOf(share: number): 0 | 1 | 2 | 3 {
  if (share > 2 / 3) return 3;
  if (share > 1 / 3) return 2;
  return share > 1 / 9 ? 1 : 0;
}
