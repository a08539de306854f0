import { useTranslations } from "next-intl";
import Link from "next/link";

import type { Moves } from "#lib/analytics/show-moves";

import { Section } from "../../_components/primitives/section.tsx";
import { wholeStageName } from "../../_components/stage/stage-name.ts";
import { StageTile } from "../../_components/stage/stage-tile.tsx";

/** Number of people per stage, its change since the start of the period, and the reasons. */
export function PeoplePerStage({ workspace, moves }: { workspace: string; moves: Moves }) {
  const t = useTranslations("journey-page");
  const stages = useTranslations("stages");
  const all = moves.stages.map(({ stage }) => stage);
  return (
    <Section
      title={t("peoplePerStage")}
      aside={t("activeAndAway", { active: moves.people - moves.away, away: moves.away })}
    >
      <ul className="divide-y">
        {moves.stages.map(({ stage, people, deciding, arrived, left, wentQuiet }) => {
          const change = arrived - left - wentQuiet;
          return (
            <li key={stage.id} className="flex items-start gap-3 py-2">
              <StageTile stage={stage.key} />
              <b className="min-w-8 text-end tabular-nums">{people}</b>
              <span className="min-w-7 tabular-nums text-ink-3">
                {t("change", { change }).replace("-", "−")}
              </span>
              <span className="min-w-0">
                <Link href={`/${workspace}/people?stage=${stage.key}`}>
                  {wholeStageName(stage, all, stages)}
                </Link>
                {deciding === undefined ? null : (
                  <span className="block text-small text-ink-2">
                    {t("boughtAndDeciding", { bought: people - deciding, deciding })}
                  </span>
                )}
                <span className="block text-small text-ink-3">
                  {t("arrivedAndLeft", { arrived, left, wentQuiet })}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
