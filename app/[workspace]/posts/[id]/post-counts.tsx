import { useFormatter, useTranslations } from "next-intl";

import type { Account } from "#lib/accounts/account";
import type { Delivery } from "#lib/deliveries/delivery";
import type { Metric } from "#lib/engagement/touchpoint";
import { manifestOf } from "#lib/networks/registry";

import { NetworkIcon } from "../../../_components/network-icon.tsx";
import { ScrollRegion } from "../../../_components/primitives/scroll-region.tsx";
import { Cell, ColumnHead, RowHead, Table } from "../../../_components/primitives/table.tsx";

const counts = ["likes", "reposts", "replies", "quotes"] as const;

interface Counted {
  readonly delivery: Delivery;
  readonly account: Account | undefined;
  readonly metric: Metric | undefined;
}

/** The latest counts of each network, per part and in total. */
export function PostCounts({
  counted,
  timeZone,
}: {
  counted: readonly Counted[];
  timeZone: string;
}) {
  const t = useTranslations("history.counts");
  const out = counted.filter(({ delivery }) => delivery.state === "published");
  const measured = out.filter(({ metric }) => metric !== undefined);
  if (out.length === 0) return null;
  if (measured.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <>
      <CountTable measured={measured} />
      <LastCounted measured={measured} timeZone={timeZone} />
    </>
  );
}

function CountTable({ measured }: { measured: readonly Counted[] }) {
  const t = useTranslations("history.counts");
  return (
    <ScrollRegion label={t("title")}>
      <Table className="mt-3">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <ColumnHead isFigure>{t("account")}</ColumnHead>
            {counts.map((count) => (
              <ColumnHead key={count} isFigure>
                {t(count)}
              </ColumnHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {measured.map((one) => (
            <Row key={one.delivery.id} counted={one} />
          ))}
        </tbody>
        {measured.length > 1 ? <Total measured={measured} /> : null}
      </Table>
    </ScrollRegion>
  );
}

function LastCounted({ measured, timeZone }: { measured: readonly Counted[]; timeZone: string }) {
  const t = useTranslations("calendar.post");
  const format = useFormatter();
  const last = Math.max(...measured.map(({ metric }) => metric?.at.getTime() ?? 0));
  const style = { dateStyle: "medium", timeStyle: "short", timeZone } as const;
  return (
    <p className="pt-1 text-small text-ink-3">
      {t("allCounted", { when: format.dateTime(new Date(last), style) })}
    </p>
  );
}

function Row({ counted: { delivery, account, metric } }: { counted: Counted }) {
  const t = useTranslations("history.counts");
  const format = useFormatter();
  if (!metric) return null;
  const { network, part, partCount } = delivery;
  return (
    <tr>
      <RowHead isFigure className="font-medium">
        <span className="inline-flex items-center gap-2">
          <NetworkIcon network={network} label={manifestOf(network).label} />@{account?.handle}
          {partCount > 1 ? <span className="text-ink-3">{t("part", { part })}</span> : null}
        </span>
      </RowHead>
      {counts.map((count) => (
        <Cell key={count} isFigure>
          {format.number(metric[count])}
        </Cell>
      ))}
    </tr>
  );
}

function Total({ measured }: { measured: readonly Counted[] }) {
  const t = useTranslations("history.counts");
  const format = useFormatter();
  const sum = (count: (typeof counts)[number]) =>
    measured.reduce((total, { metric }) => total + (metric?.[count] ?? 0), 0);
  return (
    <tfoot>
      <tr>
        <RowHead isFigure className="font-semibold">
          {t("total")}
        </RowHead>
        {counts.map((count) => (
          <Cell key={count} isFigure className="font-semibold">
            {format.number(sum(count))}
          </Cell>
        ))}
      </tr>
    </tfoot>
  );
}
