import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";

import { type RecurrenceView, viewRecurrences } from "#lib/views/recurrences";

import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { useDates } from "../../../_components/frame/dates.ts";
import { LinkButton } from "../../../_components/primitives/button.tsx";
import { EmptyState } from "../../../_components/primitives/empty-state.tsx";
import { PageHead } from "../../../_components/primitives/page-head.tsx";
import { Part, Section } from "../../../_components/primitives/section.tsx";
import { EndRecurrence } from "../../../_components/recurrence/end-recurrence.tsx";
import {
  RecurrenceObstacle,
  RuleSentence,
} from "../../../_components/recurrence/recurrence-texts.tsx";
import { StageChip } from "../../../_components/stage/stage-chip.tsx";
import { stageName } from "../../../_components/stage/stage-name.ts";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("repeat"))("listTitle") };
}

/** Lists the recurrences and the next occurrence of each. */
export default async function RepeatingPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const t = await getTranslations("repeat");
  const all = await viewRecurrences(ctx);
  const canEdit = ctx.actor.role !== "viewer";
  const going = all.filter(({ isOver }) => !isOver);
  const over = all.filter(({ isOver }) => isOver);
  return (
    <>
      <PageHead title={t("listTitle")} lead={t("listLead")} />
      {all.length === 0 ? (
        <Part>
          <EmptyState
            action={
              <LinkButton href={`/${workspace}/calendar?view=list`}>{t("toCalendar")}</LinkButton>
            }
          >
            {t("empty")}
          </EmptyState>
        </Part>
      ) : null}
      <Recurrences title={t("going")} rows={going} {...{ workspace, canEdit }} />
      <Recurrences title={t("over")} rows={over} workspace={workspace} canEdit={false} />
    </>
  );
}

function Recurrences({
  title,
  rows,
  ...rest
}: {
  title: string;
  rows: readonly RecurrenceView[];
  workspace: string;
  canEdit: boolean;
}) {
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      <ul>
        {rows.map((row) => (
          <Row key={row.id} recurrence={row} {...rest} />
        ))}
      </ul>
    </Section>
  );
}

function Row({
  recurrence,
  workspace,
  canEdit,
}: {
  recurrence: RecurrenceView;
  workspace: string;
  canEdit: boolean;
}) {
  const t = useTranslations("repeat");
  const stages = useTranslations("stages");
  const write = useDates();
  const { id, texts, stage, accounts, nextAt, plannedCount, obstacle } = recurrence;
  const next = nextAt && write(nextAt, { dateStyle: "medium", timeStyle: "short" });
  const [text = ""] = texts;
  return (
    <li className="grid gap-x-4 gap-y-1 border-t border-line-2 py-3 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid min-w-0 gap-1 wrap-anywhere">
        <p className="line-clamp-2 font-semibold">
          <bdi>{text}</bdi>
        </p>
        <p>
          <RuleSentence recurrence={recurrence} />
          {texts.length > 1 ? ` · ${t("inTurn", { count: texts.length })}` : null}
        </p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-2">
          {stage ? <StageChip stage={stage.key} name={stageName(stage, stages)} /> : null}
          {accounts.map((account) => (
            <bdi key={account.id}>@{account.handle}</bdi>
          ))}
          {next ? <span>{t("nextAndPlanned", { at: next, count: plannedCount })}</span> : null}
        </p>
        <RecurrenceObstacle obstacle={obstacle} />
      </div>
      {canEdit ? (
        <div>
          <EndRecurrence workspace={workspace} recurrenceId={id} called={text} />
        </div>
      ) : null}
    </li>
  );
}
