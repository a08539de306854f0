"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import type { ImportReport } from "#lib/engagement/import-touchpoints";
import type { ImportInput } from "#lib/engagement/input";
import type { DayOrder } from "#lib/kernel/read-day";

import { ChooseDayOrder } from "../../../_components/list-import/choose-day-order.tsx";
import { ChooseList, type ListLimits } from "../../../_components/list-import/choose-list.tsx";
import { type Answer, useAnswer } from "../../../_components/person/use-answer.ts";
import { Button, LinkButton } from "../../../_components/primitives/button.tsx";
import { Notice } from "../../../_components/primitives/notice.tsx";
import { Part } from "../../../_components/primitives/section.tsx";
import { ImportPreview } from "./import-preview.tsx";

type Answered = { ok: true; value: ImportReport } | Extract<Answer, { ok: false }>;

export interface ImportFormProps {
  limits: ListLimits;
  timeZone: string;
  peopleHref: string;
  onImport: (input: ImportInput) => Promise<Answered>;
}

/** Form that previews a list before it is stored. A list with errors stays on the screen. */
export function ImportForm({ limits, timeZone, peopleHref, onImport }: ImportFormProps) {
  const t = useTranslations("touchpoints.import");
  const lists = useTranslations("lists");
  const { send, refusal, isBusy, clear } = useAnswer();
  const [csv, setCsv] = useState("");
  const [report, setReport] = useState<ImportReport>();
  const [dayOrder, setDayOrder] = useState<DayOrder>();
  const run = (isPreview: boolean, order = dayOrder) =>
    send(
      () => onImport({ csv, isPreview, dayOrder: order }),
      ({ value }) => setReport(value),
    );
  function change(next: string): void {
    setCsv(next);
    setReport(undefined);
    setDayOrder(undefined);
    clear();
  }
  function reorder(order: DayOrder): void {
    setDayOrder(order);
    run(true, order);
  }
  const isStored = report !== undefined && !report.isPreview;
  return (
    <Part className="grid gap-3">
      {isStored ? null : (
        <ChooseList csv={csv} limits={limits} onChange={change} isTall={report === undefined} />
      )}
      <Notice tone="danger">{refusal}</Notice>
      {isStored ? null : (
        <ChooseDayOrder isUnclear={isUnclear(report)} dayOrder={dayOrder} onChange={reorder} />
      )}
      {report ? <ImportPreview report={report} timeZone={timeZone} /> : null}
      <div className="flex flex-wrap gap-2">
        {isStored ? (
          <>
            <LinkButton variant="ink" href={peopleHref}>
              {t("toPeople")}
            </LinkButton>
            <Button onClick={() => change("")}>{lists("again")}</Button>
          </>
        ) : (
          <NextStep report={report} isEmpty={csv.trim() === ""} isBusy={isBusy} onRun={run} />
        )}
      </div>
    </Part>
  );
}

/** Button for the next step: preview, or store a list that was previewed without errors. */
function NextStep({
  report,
  isEmpty,
  isBusy,
  onRun,
}: {
  report: ImportReport | undefined;
  isEmpty: boolean;
  isBusy: boolean;
  onRun: (isPreview: boolean) => void;
}) {
  const t = useTranslations("touchpoints.import");
  const lists = useTranslations("lists");
  if (report && report.problems.length === 0 && report.newCount > 0)
    return (
      <Button variant="ink" disabled={isBusy} onClick={() => onRun(false)}>
        {isBusy ? lists("storing") : t("store", { count: report.newCount })}
      </Button>
    );
  return (
    <Button variant="ink" disabled={isBusy || isEmpty} onClick={() => onRun(true)}>
      {isBusy ? lists("looking") : lists("look")}
    </Button>
  );
}

function isUnclear(report: ImportReport | undefined): boolean {
  return report?.problems.some(({ code }) => code === "date-ambiguous") ?? false;
}
