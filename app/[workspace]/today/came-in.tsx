import { useTranslations } from "next-intl";

import type { Today } from "#lib/analytics/show-today";
import type { Stage } from "#lib/workspaces/stage";

import { Section } from "../../_components/primitives/section.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";
import { stageName } from "../../_components/stage/stage-name.ts";
import { StageTile } from "../../_components/stage/stage-tile.tsx";

/** What people did since midnight, by the stage that it counts to. */
export function CameIn({
  workspace,
  today,
  stages,
}: {
  workspace: string;
  today: Today;
  stages: readonly Stage[];
}) {
  const t = useTranslations("today");
  const names = useTranslations("stages");
  const total = [...today.sinceMidnight.values()].reduce((sum, count) => sum + count, 0);
  return (
    <Section
      title={t("cameIn", { total })}
      aside={<TextLink href={`/${workspace}/people`}>{t("all")}</TextLink>}
    >
      {total === 0 ? <p className="text-ink-2">{t("nothingCameIn")}</p> : null}
      <ul className="came-in">
        {stages.map((stage) => {
          const count = today.sinceMidnight.get(stage.id) ?? 0;
          if (count === 0) return null;
          return (
            <li key={stage.id}>
              <StageTile stage={stage.key} />
              <b className="figures">{count}</b>
              <span>{t("countTo", { stage: stageName(stage, names) })}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
