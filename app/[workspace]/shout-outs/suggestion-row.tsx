import type { Suggestion } from "#lib/advocacy/list-shout-outs";
import type { Stage } from "#lib/workspaces/stage";

import { MomentSentence } from "../../_components/shout-out/moment-sentence.tsx";
import { Draft } from "./draft.tsx";
import { ScoreLines } from "./score-lines.tsx";
import { Who } from "./who.tsx";

/** One row, three questions: who, why, and what to say. */
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
  const { shoutOut } = suggestion;
  return (
    <li id={shoutOut.id} className="shout-out-row">
      <Who {...{ workspace, suggestion, stages, timeZone, isFirst }} />
      <div className="min-w-0">
        <h2 className="text-head">
          <MomentSentence suggestion={suggestion} />
        </h2>
        <ScoreLines shoutOut={shoutOut} stages={stages} most={isFirst ? 5 : 3} />
      </div>
      <Draft {...{ workspace, suggestion, isFirst, canAct }} />
    </li>
  );
}
