import { useTranslations } from "next-intl";

import { StageChip } from "../stage/stage-chip.tsx";
import type { ComposerProps } from "./composer-props.ts";
import type { ComposerStage } from "./draft.ts";

/**
 * What responses to the post will count as: for its stage and the adjacent ones; for all stages while none is
 * chosen.
 */
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
    <ul className="flex flex-wrap gap-x-5 gap-y-1.5 pt-[7px] text-ink-2">
      {entries
        .filter(({ stageKey }) => isNear(stageKey))
        .map(({ rule, stageKey, stageName }) => (
          <li key={rule} className="inline-flex items-center gap-1.5">
            {t(rule)} <StageChip stage={stageKey} name={stageName} />
          </li>
        ))}
    </ul>
  );
}
