import { useTranslations } from "next-intl";

import type { Suggestion } from "#lib/advocacy/list-shout-outs";
import type { Stage } from "#lib/workspaces/stage";

import { LastThanked } from "../../_components/shout-out/last-thanked.tsx";
import { MomentSentence } from "../../_components/shout-out/moment-sentence.tsx";
import { Draft } from "./draft.tsx";
import { FoldingRow } from "./folding-row.tsx";
import { ScoreLines } from "./score-lines.tsx";
import { Who } from "./who.tsx";

/** A suggestion: the person, the reason and the draft. */
export function SuggestionRow({
  workspace,
  suggestion,
  stages,
  timeZone,
  isFirst,
  canAct,
}: {
  workspace: string;
  suggestion: Suggestion;
  stages: readonly Stage[];
  timeZone: string;
  isFirst: boolean;
  canAct: boolean;
}) {
  const t = useTranslations("shout-outs.fold");
  const { shoutOut, act, lastThankedAt } = suggestion;
  const label = shoutOut.needsCheck === "compliment" && act ? t("readFirst") : t("draft");
  return (
    <FoldingRow
      id={shoutOut.id}
      {...{ isFirst, label }}
      labelOpen={t("close")}
      aside={<LastThanked at={lastThankedAt} timeZone={timeZone} />}
    >
      <Who {...{ workspace, suggestion, stages, timeZone, isFirst }} />
      <div className="min-w-0">
        <h2 className="text-head">
          <MomentSentence suggestion={suggestion} />
        </h2>
        <ScoreLines shoutOut={shoutOut} stages={stages} most={isFirst ? 5 : 3} />
      </div>
      <div className="min-w-0 folded:hidden">
        <Draft {...{ workspace, suggestion, isFirst, canAct }} />
      </div>
    </FoldingRow>
  );
}
