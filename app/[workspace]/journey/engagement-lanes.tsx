import { useTranslations } from "next-intl";

import type { EngagementByStage } from "#lib/analytics/show-engagement-by-stage";

import { EmptyState } from "../../_components/primitives/empty-state.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { wholeStageName } from "../../_components/stage/stage-name.ts";
import { WeeklyLanes } from "../../_components/stave/weekly-lanes.tsx";
import { EngagementTable } from "./engagement-table.tsx";
import { weekNumber } from "./week-number.ts";

/** Engagement as one lane per stage with one bar per week; the table below shows the same figures. */
export function EngagementLanes({ engagement }: { engagement: EngagementByStage }) {
  const t = useTranslations("journey-page");
  const trend = useTranslations("analytics.trend");
  const stages = useTranslations("stages");
  const total = engagement.lanes.reduce((sum, lane) => sum + (lane.touchpoints.at(-1) ?? 0), 0);
  const isEmpty = engagement.lanes.every((lane) => lane.touchpoints.every((count) => count === 0));
  const all = engagement.lanes.map(({ stage }) => stage);
  const lanes = engagement.lanes.map((lane) => {
    const name = wholeStageName(lane.stage, all, stages);
    return {
      key: lane.stage.key,
      name,
      counts: lane.touchpoints,
      note: trend(lane.trend.kind, { ...lane.trend }),
      label: t("laneLabel", { name, counts: lane.touchpoints.join(", ") }),
    };
  });
  return (
    <Section
      title={t("perWeek")}
      aside={t.rich("thisWeek", { total, b: (figure) => <b>{figure}</b> })}
    >
      {isEmpty ? <EmptyState>{t("empty")}</EmptyState> : null}
      <WeeklyLanes lanes={lanes} weeks={engagement.weeks.map(weekNumber)} axis={t("weekNumber")} />
      <EngagementTable engagement={engagement} />
    </Section>
  );
}
