import { useFormatter, useTranslations } from "next-intl";

import type { Account } from "#lib/accounts/account";
import type { Metric } from "#lib/engagement/touchpoint";
import { connectorFor } from "#lib/networks/registry";
import type { Delivery } from "#lib/publishing/delivery";

import { NetworkIcon } from "../../../_components/network-icon.tsx";
import { ScrollRegion } from "../../../_components/primitives/scroll-region.tsx";

const counts = ["likes", "reposts", "replies", "quotes"] as const;

interface Counted {
  readonly delivery: Delivery;
  readonly account: Account | undefined;
  readonly metric: Metric | undefined;
}

/** What each network counted last, part by part, and all of it together. */
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
    <ScrollRegion label={t("title")}>
      <table className="post-counts">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("account")}</th>
            {counts.map((count) => (
              <th key={count} scope="col">
                {t(count)}
              </th>
            ))}
            <th scope="col">{t("counted")}</th>
          </tr>
        </thead>
        <tbody>
          {measured.map((one) => (
            <Row key={one.delivery.id} counted={one} timeZone={timeZone} />
          ))}
        </tbody>
        {measured.length > 1 ? <Total measured={measured} /> : null}
      </table>
    </ScrollRegion>
  );
}

function Row({
  counted: { delivery, account, metric },
  timeZone,
}: {
  counted: Counted;
  timeZone: string;
}) {
  const t = useTranslations("history.counts");
  const format = useFormatter();
  if (!metric) return null;
  const { network, part, partCount } = delivery;
  const style = { dateStyle: "short", timeStyle: "short", timeZone } as const;
  return (
    <tr>
      <th scope="row">
        <span className="inline-flex items-center gap-2">
          <NetworkIcon network={network} label={connectorFor(network).label} />@{account?.handle}
          {partCount > 1 ? <span className="text-ink-3">{t("part", { part })}</span> : null}
        </span>
      </th>
      {counts.map((count) => (
        <td key={count}>{format.number(metric[count])}</td>
      ))}
      <td>
        <time dateTime={metric.at.toISOString()}>{format.dateTime(metric.at, style)}</time>
      </td>
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
        <th scope="row">{t("total")}</th>
        {counts.map((count) => (
          <td key={count}>{format.number(sum(count))}</td>
        ))}
      </tr>
    </tfoot>
  );
}
