import { useTranslations } from "next-intl";

import type { EngagementByStage } from "#lib/analytics/show-engagement-by-stage";

import { ScrollRegion } from "../../_components/primitives/scroll-region.tsx";
import { stageName } from "../../_components/stage/stage-name.ts";
import { weekNumber } from "./week-number.ts";

/** Touchpoints, and different people in brackets, per stage and week: the figures behind the bars. */
export function EngagementTable({ engagement }: { engagement: EngagementByStage }) {
  const t = useTranslations("journey-page");
  const stages = useTranslations("stages");
  return (
    <details className="mt-3">
      <summary className="text-link">{t("asTable")}</summary>
      <ScrollRegion label={t("tableCaption")}>
        <table className="figures-table">
          <caption className="sr-only">{t("tableCaption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("stage")}</th>
              {engagement.weeks.map((week) => (
                <th key={week} scope="col">
                  {weekNumber(week)}
                </th>
              ))}
              <th scope="col">{t("peopleInAll")}</th>
            </tr>
          </thead>
          <tbody>
            {engagement.lanes.map((lane) => (
              <tr key={lane.stage.id}>
                <th scope="row">{stageName(lane.stage, stages)}</th>
                {engagement.weeks.map((week, index) => (
                  <td key={week}>
                    {lane.touchpoints[index]}
                    {lane.people[index] ? (
                      <span className="text-ink-3"> ({lane.people[index]})</span>
                    ) : null}
                  </td>
                ))}
                <td>{lane.peopleInAll}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="text-small text-ink-3">{t("tableHelp")}</p>
    </details>
  );
}
