import { useFormatter, useTranslations } from "next-intl";

import type { PersonJourney } from "#lib/journey/show-person-journey";
import type { Stage } from "#lib/workspaces/stage";

import { setStageByHandAction } from "../../../_actions/people.ts";
import { TouchpointWords } from "../../../_components/person/touchpoint-words.tsx";
import { Section } from "../../../_components/primitives/section.tsx";
import { ShareBar } from "../../../_components/primitives/share-bar.tsx";
import { StageChip } from "../../../_components/stage/stage-chip.tsx";
import { stageName, stageNameOf } from "../../../_components/stage/stage-name.ts";
import { SetStage } from "./set-stage.tsx";

export function WhereNow({
  workspace,
  personId,
  journey,
}: {
  workspace: string;
  personId: string;
  journey: PersonJourney;
}) {
  const t = useTranslations("people.now");
  const names = useTranslations("stages");
  const { belief, stages } = journey;
  return (
    <Section title={t("title")}>
      {belief ? <Belief journey={journey} belief={belief} /> : <p>{t("unknown")}</p>}
      <SetStage
        personId={personId}
        current={belief?.primaryStageId ?? ""}
        stages={stages.map((stage) => ({ value: stage.id, label: stageName(stage, names) }))}
        onSet={setStageByHandAction.bind(null, workspace)}
      />
    </Section>
  );
}

function Belief({
  journey: { stages, moves },
  belief,
}: {
  journey: PersonJourney;
  belief: NonNullable<PersonJourney["belief"]>;
}) {
  const t = useTranslations("people.now");
  const format = useFormatter();
  const last = moves.at(-1);
  const exit = moves.findLast(({ kind }) => kind === "exit");
  const date = (at: Date) => format.dateTime(at, { day: "numeric", month: "short" });
  return (
    <>
      {belief.isAway ? (
        <p>
          {exit
            ? t(exit.cause ? "left" : "away", {
                date: date(exit.at),
                days: Math.round(exit.quietDays),
              })
            : t("unknown")}
        </p>
      ) : (
        <>
          <Chips stages={stages} belief={belief} />
          <Shares stages={stages} belief={belief} />
          {belief.isUnsure ? <p className="text-ink-2">{t("unsure")}</p> : null}
        </>
      )}
      {last?.isManual ? (
        <p className="text-ink-2">
          {t("because")} {t("manual")} ({date(last.at)})
        </p>
      ) : null}
      {last?.cause ? (
        <p className="text-ink-2 mt-1">
          {t("because")}{" "}
          <b className="font-semibold text-ink">
            <TouchpointWords touchpoint={last.cause} length={80} />
          </b>{" "}
          ({date(last.at)})
        </p>
      ) : null}
    </>
  );
}

type Believed = NonNullable<PersonJourney["belief"]>;

function Chips({ stages, belief }: { stages: readonly Stage[]; belief: Believed }) {
  const t = useTranslations("people.now");
  const names = useTranslations("stages");
  const format = useFormatter();
  const percent = (id: string) =>
    format.number(belief.probabilities[id] ?? 0, { style: "percent", maximumFractionDigits: 0 });
  const primary = stages.find(({ id }) => id === belief.primaryStageId);
  const secondary = stages.find(({ id }) => id === belief.secondaryStageId);
  return (
    <p className="inline-flex flex-wrap items-center gap-x-1.5 gap-y-1 align-middle">
      {primary ? (
        <>
          <StageChip stage={primary.key} name={stageNameOf(belief, primary, stages, names)} />
          <b className="font-semibold">{percent(primary.id)}</b>
        </>
      ) : null}
      {secondary ? (
        <>
          {t("and")}
          <StageChip stage={secondary.key} name={stageName(secondary, names)} isSecondary />
          <b className="font-semibold">{percent(secondary.id)}</b>
        </>
      ) : null}
    </p>
  );
}

function Shares({ stages, belief }: { stages: readonly Stage[]; belief: Believed }) {
  const shares = stages
    .map((stage) => ({ stage, share: belief.probabilities[stage.id] ?? 0 }))
    .toSorted((one, other) => other.share - one.share);
  return (
    <ShareBar
      className="my-1.5 h-2.5 w-full"
      shares={shares.map(({ stage, share }) => ({
        key: stage.id,
        percent: share * 100,
        fill: "fill-stage",
        stage: stage.key,
      }))}
    />
  );
}
