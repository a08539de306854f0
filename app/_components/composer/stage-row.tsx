"use client";

import { useTranslations } from "next-intl";

import { stageColours } from "../stage/stage-colours.ts";
import { StageTile } from "../stage/stage-tile.tsx";
import type { ComposerStage } from "./draft.ts";

/** What the post is for. Required; says whom the stage is for, how many are there, and what would prove that it worked. */
export function StageRow({
  stages,
  stageId,
  others,
  onChange,
}: {
  stages: readonly ComposerStage[];
  stageId: string | null;
  /** Posts of this stage around the moment that is chosen. */
  others: number;
  onChange: (stageId: string) => void;
}) {
  const t = useTranslations("compose");
  const chosen = stages.find((stage) => stage.id === stageId);
  return (
    <>
      <fieldset className="stage-choices">
        <legend className="sr-only">{t("stageQuestion")}</legend>
        {stages.map((stage) => (
          <label key={stage.id} className="stage-choice" style={stageColours(stage.key)}>
            <input
              type="radio"
              name="stage"
              className="sr-only"
              checked={stage.id === stageId}
              onChange={() => onChange(stage.id)}
            />
            <StageTile stage={stage.key} />
            {stage.name}
          </label>
        ))}
      </fieldset>
      <div className="stage-purpose" aria-live="polite">
        {chosen ? (
          <>
            <p className="text-read">
              <b className="font-semibold">{chosen.purpose}</b> {chosen.proof}
            </p>
            <p className="text-small text-ink-2">
              <b className="font-semibold text-ink">{t("peopleHere", { count: chosen.people })}</b>{" "}
              {t("othersSoon", { count: others, stage: chosen.name })}
            </p>
          </>
        ) : (
          <p className="text-read text-ink-2">{t("chooseStage")}</p>
        )}
      </div>
    </>
  );
}
