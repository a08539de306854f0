"use client";

import { useTranslations } from "next-intl";

import { stageColours } from "../stage/stage-colours.ts";
import { StageTile } from "../stage/stage-tile.tsx";
import type { ComposerStage } from "./draft.ts";

/**
 * Choice of the post's stage (required), with its audience, the number of people in it and the expected
 * response.
 */
export function StageRow({
  stages,
  stageId,
  others,
  onChange,
}: {
  stages: readonly ComposerStage[];
  stageId: string | null;
  /** Number of posts of this stage around the chosen time. */
  others: number;
  onChange: (stageId: string) => void;
}) {
  const t = useTranslations("compose");
  const chosen = stages.find((stage) => stage.id === stageId);
  return (
    <>
      <fieldset className="grid w-full grid-cols-[repeat(auto-fit,minmax(124px,1fr))] overflow-hidden rounded-2 border border-edge">
        <legend className="sr-only">{t("stageQuestion")}</legend>
        {stages.map((stage) => (
          <StageChoice
            key={stage.id}
            stage={stage}
            isChosen={stage.id === stageId}
            onChoose={() => onChange(stage.id)}
          />
        ))}
      </fieldset>
      <div
        className="grid min-h-[50px] grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-x-6 gap-y-2 pt-2 max-sm:grid-cols-[minmax(0,1fr)]"
        aria-live="polite"
      >
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

function StageChoice({
  stage,
  isChosen,
  onChoose,
}: {
  stage: ComposerStage;
  isChosen: boolean;
  onChoose: () => void;
}) {
  return (
    <label
      className="relative flex min-h-[max(34px,var(--spacing-control))] min-w-0 cursor-pointer items-center gap-1.5 border-line-2 ps-2 pe-1 font-medium hover:bg-hover has-checked:bg-stage-soft has-checked:font-semibold has-checked:text-stage-ink has-checked:shadow-[inset_0_-3px_0_var(--color-stage)] has-focus-visible:outline-2 has-focus-visible:-outline-offset-3 has-focus-visible:outline-focus sm:not-first-of-type:border-s"
      {...stageColours(stage.key)}
    >
      <input type="radio" name="stage" className="sr-only" checked={isChosen} onChange={onChoose} />
      <StageTile stage={stage.key} size={15} />
      <span className="min-w-0 wrap-anywhere hyphens-auto">{stage.name}</span>
    </label>
  );
}
