import { useTranslations } from "next-intl";

import { StageChip } from "../stage/stage-chip.tsx";
import type { ComposerProps } from "./composer-props.ts";
import type { ComposerStage } from "./draft.ts";

/** What people's answers to the post will count as: the stage it is for and the ones beside it, all while none is chosen. */
export function CountsAs({
  entries,
  stages,
  stageId,
}: {
  entries: ComposerProps["countsAs"];
  stages: readonly ComposerStage[];
  stageId: string | null;
}) {
  const t = useTranslations("compose.acts");
  const chosen = stages.findIndex((stage) => stage.id === stageId);
  const isNear = (key: string) =>
    chosen < 0 || Math.abs(stages.findIndex((stage) => stage.key === key) - chosen) <= 1;
  return (
    <ul className="counts-as">
      {entries
        .filter(({ stageKey }) => isNear(stageKey))
        .map(({ rule, stageKey, stageName }) => (
          <li key={rule}>
            {t(rule)} <StageChip stage={stageKey} name={stageName} />
          </li>
        ))}
    </ul>
  );
}
