import { useTranslations } from "next-intl";

import { formatSpan } from "#lib/deliveries/format-span";
import type { Punctuality as Figures } from "#lib/publisher/punctuality";

import { Section } from "../../../_components/primitives/section.tsx";
import { Histogram } from "./histogram.tsx";

/** How late posts were published in the last week: median, 95th percentile, maximum and a histogram. */
export function Punctuality({ figures }: { figures: Figures }) {
  const t = useTranslations();
  const { count, quantiles, bins } = figures;
  const span = (ms: number) => formatSpan(t, ms);
  const bars = bins.map(({ upToMs, count: posts }, index) => {
    const edge = span(upToMs ?? bins[index - 1]?.upToMs ?? 0);
    return upToMs === undefined
      ? { name: t("sending.over", { span: edge }), mark: `> ${edge}`, posts }
      : { name: t("sending.upTo", { span: edge }), mark: `≤ ${edge}`, posts };
  });
  return (
    <Section title={t("sending.punctuality")}>
      <div className="grid max-w-[60ch] gap-3">
        <p>{t("sending.punctualityLead", { count })}</p>
        {quantiles ? (
          <>
            <p>
              {t.rich("sending.punctualityFigures", {
                median: span(quantiles.median),
                p95: span(quantiles.p95),
                worst: span(quantiles.worst),
                b: (figure) => <b>{figure}</b>,
              })}
            </p>
            <Histogram label={t("sending.chart")} bars={bars} />
          </>
        ) : null}
        <p className="text-small text-ink-2">{t("sending.punctualityHow")}</p>
      </div>
    </Section>
  );
}
