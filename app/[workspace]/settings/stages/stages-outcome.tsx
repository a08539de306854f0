"use client";

import { useTranslations } from "next-intl";

import type { StagesPreview } from "#lib/projector/preview-stages";

import type { StagesState } from "../../../_actions/stages.ts";
import { FormOutcome } from "../../../_components/primitives/form-outcome.tsx";
import { ScrollRegion } from "../../../_components/primitives/scroll-region.tsx";
import { Cell, ColumnHead, RowHead, Table } from "../../../_components/primitives/table.tsx";
import { StageChip } from "../../../_components/stage/stage-chip.tsx";
import { stageName, wholeStageName } from "../../../_components/stage/stage-name.ts";
import { StageTile } from "../../../_components/stage/stage-tile.tsx";

/** Result of a change of stages: refused, saved, or a preview of what it would change. */
export function StagesOutcome({ state, isPending }: { state: StagesState; isPending: boolean }) {
  const t = useTranslations("stage-settings");
  const wrong = state.wrong ? { refusal: "invalid-input", detail: { field: "stages" } } : {};
  return (
    <div aria-live="polite" aria-busy={isPending} className="grid gap-3">
      <FormOutcome state={{ ...state, ...wrong }} done={t("taken")} />
      {state.preview ? <Preview preview={state.preview} /> : null}
    </div>
  );
}

function Preview({ preview }: { preview: StagesPreview }) {
  const t = useTranslations("stage-settings");
  const { people, looked, moved } = preview;
  return (
    <div className="grid gap-3">
      <p>
        {t("moved", { moved, looked })}{" "}
        {looked < people ? t("looked", { looked, people }) : t("lookedAtAll")}
      </p>
      <div className="grid gap-6 lg:grid-cols-2">
        <Crosswalk preview={preview} />
        <PeopleThen preview={preview} />
      </div>
    </div>
  );
}

function Crosswalk({ preview: { crosswalk } }: { preview: StagesPreview }) {
  const t = useTranslations("stage-settings");
  const names = useTranslations("stages");
  return (
    <ScrollRegion label={t("crosswalk")}>
      <Table>
        <caption className="sr-only">{t("crosswalk")}</caption>
        <thead>
          <tr>
            <ColumnHead>{t("now")}</ColumnHead>
            <ColumnHead>{t("then")}</ColumnHead>
            <ColumnHead isEnd>{t("posts")}</ColumnHead>
            <ColumnHead isEnd>{t("rules")}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {crosswalk.map(({ from, to, posts, rules }) => (
            <tr key={from.key}>
              <RowHead>
                <StageChip stage={from.key} name={stageName(from, names)} />
              </RowHead>
              <Cell>
                <StageChip stage={to.key} name={stageName(to, names)} />
              </Cell>
              <Cell isEnd>{posts}</Cell>
              <Cell isEnd>{rules}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}

function PeopleThen({ preview: { stages, away } }: { preview: StagesPreview }) {
  const t = useTranslations("stage-settings");
  const names = useTranslations("stages");
  const all = stages.map(({ stage }) => stage);
  return (
    <ScrollRegion label={t("peopleThen")}>
      <Table>
        <caption className="sr-only">{t("peopleThen")}</caption>
        <thead>
          <tr>
            <ColumnHead>{t("stage")}</ColumnHead>
            <ColumnHead isEnd>{t("peopleNow")}</ColumnHead>
            <ColumnHead isEnd>{t("peopleAfter")}</ColumnHead>
            <ColumnHead isEnd>{t("rules")}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {stages.map(({ stage, before, after, deciding, rules }) => (
            <tr key={stage.key}>
              <RowHead>
                <StageChip stage={stage.key} name={wholeStageName(stage, all, names)} />
              </RowHead>
              <Cell isEnd>{before ?? "–"}</Cell>
              <Cell isEnd>{deciding === null ? after : t("deciding", { after, deciding })}</Cell>
              <Cell isEnd>{rules}</Cell>
            </tr>
          ))}
          <tr>
            <RowHead>
              <span className="inline-flex items-center gap-1.5">
                <StageTile stage="away" /> {t("away")}
              </span>
            </RowHead>
            <Cell isEnd>{away.before}</Cell>
            <Cell isEnd>{away.after}</Cell>
            <Cell isEnd />
          </tr>
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
