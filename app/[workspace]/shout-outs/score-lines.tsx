import { useFormatter, useNow, useTranslations } from "next-intl";

import type { ShoutOut } from "#lib/advocacy/shout-out";
import type { Stage } from "#lib/workspaces/stage";

import { ShareBar } from "../../_components/primitives/share-bar.tsx";
import { stageName } from "../../_components/stage/stage-name.ts";
import { StageTile } from "../../_components/stage/stage-tile.tsx";

/** The components of the score as lines and as a bar. */
export function ScoreLines({
  shoutOut,
  stages,
  most,
}: {
  shoutOut: Scored;
  stages: readonly Stage[];
  most: number;
}) {
  const t = useTranslations("shout-outs");
  const rules = useTranslations("rules");
  const names = useTranslations("stages");
  const format = useFormatter();
  const now = useNow();
  const stageOf = (id: string | null) => stages.find((stage) => stage.id === id);
  const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return (
    <>
      <ul className="mt-1.5 folded:hidden">
        {shoutOut.lines.slice(0, most).map((line) => {
          const stage = stageOf(line.stageId);
          return (
            <li key={line.rule} className="flex items-center gap-2 py-0.5">
              <b className="min-w-[30px] text-end tabular-nums">
                {format.number(line.points, one)}
              </b>
              <StageTile
                stage={stage?.key ?? "away"}
                size={15}
                {...(stage ? { name: stageName(stage, names) } : {})}
              />
              <span className="min-w-0 grow">
                {t("line", { rule: line.name ?? rules(line.rule), count: line.count })}
              </span>
              <span className="shrink-0 text-small text-ink-3">
                {format.relativeTime(new Date(line.newestAt), now)}
              </span>
            </li>
          );
        })}
      </ul>
      <ScoreBar shoutOut={shoutOut} stages={stages} />
    </>
  );
}

type Scored = Pick<ShoutOut, "lines" | "score" | "raw">;

function ScoreBar({ shoutOut, stages }: { shoutOut: Scored; stages: readonly Stage[] }) {
  const t = useTranslations("shout-outs");
  const format = useFormatter();
  const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const positive = shoutOut.lines.filter(({ points }) => points > 0);
  return (
    <div className="mt-1.5 flex items-center gap-2.5 text-small">
      <ShareBar
        className="h-[9px] w-[108px] flex-none bg-hover"
        shares={positive.map((line) => ({
          key: line.rule,
          percent: (line.points / Math.max(shoutOut.raw, 0.01)) * shoutOut.score,
          fill: "fill-stage",
          stage: stages.find(({ id }) => id === line.stageId)?.key ?? "away",
        }))}
      />
      <span>
        {t.rich("score", {
          score: Math.round(shoutOut.score),
          raw: format.number(shoutOut.raw, one),
          b: (part) => <b>{part}</b>,
        })}
      </span>
    </div>
  );
}
