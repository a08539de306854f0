import { useFormatter, useTranslations } from "next-intl";

import type { CameIn as WhatCameIn } from "#lib/analytics/show-today";
import type { Stage } from "#lib/workspaces/stage";

import { Section } from "../../_components/primitives/section.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";
import { stageName } from "../../_components/stage/stage-name.ts";
import { StageTile } from "../../_components/stage/stage-tile.tsx";

const kindsShown = 2;

/** Touchpoints since midnight, compared with a usual day, and by kind under their stage. */
export function CameIn({
  workspace,
  cameIn,
  stages,
}: {
  workspace: string;
  cameIn: WhatCameIn;
  stages: readonly Stage[];
}) {
  const t = useTranslations("today");
  const names = useTranslations("stages");
  return (
    <Section
      title={t("cameIn", { total: cameIn.total })}
      aside={<TextLink href={`/${workspace}/people`}>{t("all")}</TextLink>}
    >
      <p className="text-ink-2">
        {cameIn.total === 0 ? t("nothingCameIn") : <Comparison cameIn={cameIn} />}
      </p>
      <ul className="mt-1.5">
        {stages.map((stage) => {
          const kinds = cameIn.kinds.filter(({ stageId }) => stageId === stage.id);
          const count = kinds.reduce((sum, { touchpoints }) => sum + touchpoints, 0);
          if (count === 0) return null;
          return (
            <li key={stage.id} className="flex items-center gap-2.5 py-[3px]">
              <StageTile stage={stage.key} name={stageName(stage, names)} />
              <b className="min-w-7 text-end tabular-nums">{count}</b>
              <span>
                <Kinds kinds={kinds} />
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Comparison({ cameIn: { usual, mostAnswered } }: { cameIn: WhatCameIn }) {
  const t = useTranslations("today");
  const [words = ""] = mostAnswered?.text.split(/(?<=[.!?…])\s|\n/u) ?? [];
  return (
    <>
      {t("usually", { usual })}
      {mostAnswered && mostAnswered.touchpoints > 1
        ? ` ${t("mostAnswered", { count: mostAnswered.touchpoints, post: words })}`
        : null}
    </>
  );
}

/** Example: "3 new followers, 2 likes"; rare kinds are summed up as "and more". */
function Kinds({ kinds }: { kinds: WhatCameIn["kinds"] }) {
  const t = useTranslations("today");
  const format = useFormatter();
  const [only] = kinds;
  // The count of a single kind is shown before the line already.
  const act = (rule: string, count: number) =>
    t(t.has(`acts.${rule}`) ? `acts.${rule}` : "acts.own", { count });
  if (only && kinds.length === 1) return act(only.rule, only.touchpoints);
  const shown = kinds
    .slice(0, kindsShown)
    .map(({ rule, touchpoints }) => `${touchpoints} ${act(rule, touchpoints)}`);
  const rest = kinds.slice(kindsShown).reduce((sum, { touchpoints }) => sum + touchpoints, 0);
  return format.list(rest > 0 ? [...shown, t("moreActs", { count: rest })] : shown);
}
