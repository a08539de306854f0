"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import type { PostsReport } from "#lib/deliveries/import-posts";
import type { UndoneImport } from "#lib/deliveries/undo-import";
import type { DayOrder } from "#lib/kernel/read-day";
import type { Result } from "#lib/kernel/result";

import { useAct } from "../../../_components/delivery/use-act.ts";
import { ChooseDayOrder } from "../../../_components/list-import/choose-day-order.tsx";
import { ChooseList, type ListLimits } from "../../../_components/list-import/choose-list.tsx";
import { Button, LinkButton } from "../../../_components/primitives/button.tsx";
import { Notice } from "../../../_components/primitives/notice.tsx";
import { Part } from "../../../_components/primitives/section.tsx";
import { PostsPreview } from "./posts-preview.tsx";

export interface ImportPostsProps {
  limits: ListLimits;
  timeZone: string;
  calendarHref: string;
  /** Stage names by stage id. */
  stages: Readonly<Record<string, string>>;
  onImport: (input: {
    csv: string;
    isPreview: boolean;
    dayOrder?: DayOrder | undefined;
  }) => Promise<Result<PostsReport, string>>;
  onUndo: (input: { importId: string }) => Promise<Result<UndoneImport, string>>;
}

/** Form that previews a list before it is stored. A list with errors stays on the screen. */
export function ImportPostsForm({ limits, timeZone, stages, ...props }: ImportPostsProps) {
  const list = useList(props);
  const { report } = list;
  const isStored = report !== undefined && !report.isPreview;
  const isUnclear =
    report?.problems.some(({ refused }) => refused.refusal === "row-date-ambiguous") ?? false;
  return (
    <Part className="grid gap-3">
      {isStored ? null : (
        <>
          <ChooseList
            csv={list.csv}
            limits={limits}
            onChange={list.choose}
            isTall={report === undefined}
          />
          <ChooseDayOrder isUnclear={isUnclear} dayOrder={list.dayOrder} onChange={list.reorder} />
        </>
      )}
      <Notice tone="danger">{list.problem}</Notice>
      {list.undone ? <Undone undone={list.undone} /> : null}
      {report && !list.undone ? (
        <PostsPreview report={report} timeZone={timeZone} stages={stages} />
      ) : null}
      <div className="flex flex-wrap gap-2">
        {isStored ? (
          <Afterwards list={list} calendarHref={props.calendarHref} />
        ) : (
          <NextStep list={list} />
        )}
      </div>
    </Part>
  );
}

type List = ReturnType<typeof useList>;

function useList({ onImport, onUndo }: Pick<ImportPostsProps, "onImport" | "onUndo">) {
  const { act, problem, isPending } = useAct();
  const [csv, setCsv] = useState("");
  const [report, setReport] = useState<PostsReport>();
  const [dayOrder, setDayOrder] = useState<DayOrder>();
  const [undone, setUndone] = useState<UndoneImport>();
  const run = (isPreview: boolean, order = dayOrder) =>
    act(() => onImport({ csv, isPreview, dayOrder: order }), setReport);
  function choose(next: string): void {
    setCsv(next);
    setReport(undefined);
    setDayOrder(undefined);
    setUndone(undefined);
  }
  function reorder(order: DayOrder): void {
    setDayOrder(order);
    run(true, order);
  }
  const undo = (importId: string) => act(() => onUndo({ importId }), setUndone);
  return { csv, report, dayOrder, undone, problem, isBusy: isPending, run, choose, reorder, undo };
}

/** Button for the next step: preview, or store a list that was previewed without errors. */
function NextStep({ list: { report, csv, isBusy, run } }: { list: List }) {
  const t = useTranslations("calendar.import");
  const lists = useTranslations("lists");
  const count = report ? report.plannedCount + report.draftCount : 0;
  if (report && report.problems.length === 0 && count > 0)
    return (
      <Button variant="ink" disabled={isBusy} onClick={() => run(false)}>
        {isBusy ? lists("storing") : t("store", { count })}
      </Button>
    );
  return (
    <Button variant="ink" disabled={isBusy || csv.trim() === ""} onClick={() => run(true)}>
      {isBusy ? lists("looking") : lists("look")}
    </Button>
  );
}

function Afterwards({
  list: { report, undone, isBusy, choose, undo },
  calendarHref,
}: {
  list: List;
  calendarHref: string;
}) {
  const t = useTranslations("calendar.import");
  const lists = useTranslations("lists");
  const importId = report?.importId;
  return (
    <>
      <LinkButton variant="ink" href={calendarHref}>
        {t("toCalendar")}
      </LinkButton>
      <Button onClick={() => choose("")}>{lists("again")}</Button>
      {importId && !undone ? (
        <Button variant="quiet" disabled={isBusy} onClick={() => undo(importId)}>
          {t("undo")}
        </Button>
      ) : null}
    </>
  );
}

function Undone({ undone: { deletedCount, keptCount } }: { undone: UndoneImport }) {
  const t = useTranslations("calendar.import");
  return <Notice>{t("undone", { deleted: deletedCount, kept: keptCount })}</Notice>;
}
