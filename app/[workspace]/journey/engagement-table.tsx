import { useTranslations } from "next-intl";

import type { EngagementByStage } from "#lib/analytics/show-engagement-by-stage";

import { Disclosure } from "../../_components/primitives/disclosure.tsx";
import { ScrollRegion } from "../../_components/primitives/scroll-region.tsx";
import { Cell, ColumnHead, RowHead, Table } from "../../_components/primitives/table.tsx";
import { stageName } from "../../_components/stage/stage-name.ts";
import { weekNumber } from "./week-number.ts";

/** Touchpoints per stage and week, with the number of different people in brackets. */
export function EngagementTable({ engagement }: { engagement: EngagementByStage }) {
  const t = useTranslations("journey-page");
  const stages = useTranslations("stages");
  return (
    <Disclosure className="mt-3" summary={t("asTable")}>
      <ScrollRegion label={t("tableCaption")}>
        <Table>
          <caption className="sr-only">{t("tableCaption")}</caption>
          <thead>
            <tr>
              <ColumnHead isFigure>{t("stage")}</ColumnHead>
              {engagement.weeks.map((week) => (
                <ColumnHead key={week} isFigure>
                  {weekNumber(week)}
                </ColumnHead>
              ))}
              <ColumnHead isFigure>{t("peopleInAll")}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {engagement.lanes.map((lane) => (
              <tr key={lane.stage.id}>
                <RowHead isFigure>{stageName(lane.stage, stages)}</RowHead>
                {engagement.weeks.map((week, index) => (
                  <Cell key={week} isFigure>
                    {lane.touchpoints[index]}
                    {lane.people[index] ? (
                      <span className="text-ink-3"> ({lane.people[index]})</span>
                    ) : null}
                  </Cell>
                ))}
                <Cell isFigure>{lane.peopleInAll}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
      <p className="text-small text-ink-3">{t("tableHelp")}</p>
    </Disclosure>
  );
}
