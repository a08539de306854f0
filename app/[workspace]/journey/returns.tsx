import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Moves, Return } from "#lib/analytics/show-moves";
import type { Stage } from "#lib/workspaces/stage";

import { Section } from "../../_components/primitives/section.tsx";
import { wholeStageName } from "../../_components/stage/stage-name.ts";
import { StageTile } from "../../_components/stage/stage-tile.tsx";

const mostReturns = 8;

/** Shows who returned to an earlier stage, bought again, or came back from being away. */
export function Returns({ moves }: { moves: Moves }) {
  const t = useTranslations("journey-page");
  return (
    <Section title={t("returns")} aside={t("inDays", { days: moves.days })}>
      {moves.returns.length === 0 ? <p className="text-ink-2">{t("noReturns")}</p> : null}
      <ul className="divide-y">
        {moves.returns.slice(0, mostReturns).map((row) => (
          <ReturnRow
            key={`${row.kind}/${row.from?.id}/${row.to.id}`}
            row={row}
            all={moves.stages.map(({ stage }) => stage)}
          />
        ))}
      </ul>
    </Section>
  );
}

function ReturnRow({
  row: { from, to, kind, moves },
  all,
}: {
  row: Return;
  all: readonly Stage[];
}) {
  const t = useTranslations("journey-page");
  const stages = useTranslations("stages");
  const nameOf = (stage: Stage) => wholeStageName(stage, all, stages);
  return (
    <li className="flex items-start gap-3 py-2">
      <b className="min-w-8 text-end tabular-nums">{moves}</b>
      <span className="min-w-0 grow">
        {t(`kinds.${kind}`)}
        <span className="text-small text-ink-3">
          {" "}
          {from ? t("fromTo", { from: nameOf(from), to: nameOf(to) }) : t("to", { to: nameOf(to) })}
        </span>
      </span>
      <span className="flex items-center gap-2" aria-hidden="true">
        <StageTile stage={from?.key ?? "away"} size={15} />
        <ArrowRight size={13} />
        <StageTile stage={to.key} size={15} />
      </span>
    </li>
  );
}
