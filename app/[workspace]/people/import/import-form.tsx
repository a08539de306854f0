"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import type { ImportReport } from "#lib/engagement/import-touchpoints";
import type { ImportInput } from "#lib/engagement/input";
import { decodeText } from "#lib/kernel/decode-text";
import type { DayOrder } from "#lib/kernel/read-day";

import { type Answer, useAnswer } from "../../../_components/person/use-answer.ts";
import { Button, LinkButton } from "../../../_components/primitives/button.tsx";
import { TextArea, TextField } from "../../../_components/primitives/field.tsx";
import { Notice } from "../../../_components/primitives/notice.tsx";
import { Part } from "../../../_components/primitives/section.tsx";
import { ChooseDayOrder } from "./choose-day-order.tsx";
import { ImportPreview } from "./import-preview.tsx";

type Answered = { ok: true; value: ImportReport } | Extract<Answer, { ok: false }>;

export interface ImportFormProps {
  limits: { rows: number; bytes: number };
  timeZone: string;
  peopleHref: string;
  onImport: (input: ImportInput) => Promise<Answered>;
}

/** A list is looked at first and stored second; what is wrong with it keeps it on the screen. */
export function ImportForm({ limits, timeZone, peopleHref, onImport }: ImportFormProps) {
  const t = useTranslations("touchpoints.import");
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
        <Choose csv={csv} limits={limits} onChange={change} isTall={report === undefined} />
      )}
      <Notice tone="danger">{refusal}</Notice>
      {isStored ? null : <ChooseDayOrder {...{ report, dayOrder }} onChange={reorder} />}
      {report ? <ImportPreview report={report} timeZone={timeZone} /> : null}
      <div className="flex flex-wrap gap-2">
        {isStored ? (
          <>
            <LinkButton variant="ink" href={peopleHref}>
              {t("toPeople")}
            </LinkButton>
            <Button onClick={() => change("")}>{t("again")}</Button>
          </>
        ) : (
          <NextStep report={report} isEmpty={csv.trim() === ""} isBusy={isBusy} onRun={run} />
        )}
      </div>
    </Part>
  );
}

/** Look first; store only what was looked at and is right. */
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
  if (report && report.problems.length === 0 && report.newCount > 0)
    return (
      <Button variant="ink" disabled={isBusy} onClick={() => onRun(false)}>
        {isBusy ? t("storing") : t("store", { count: report.newCount })}
      </Button>
    );
  return (
    <Button variant="ink" disabled={isBusy || isEmpty} onClick={() => onRun(true)}>
      {isBusy ? t("looking") : t("look")}
    </Button>
  );
}

function Choose({
  csv,
  limits,
  isTall,
  onChange,
}: {
  csv: string;
  limits: ImportFormProps["limits"];
  isTall: boolean;
  onChange: (csv: string) => void;
}) {
  const t = useTranslations("touchpoints.import");
  return (
    <>
      <TextField
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        label={t("file")}
        help={t("fileHelp", { rows: limits.rows, megabytes: limits.bytes / 1024 / 1024 })}
        hasNoErrorRoom
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // One byte over is enough for the server to say what is too much.
          void file
            ?.slice(0, limits.bytes + 1)
            .arrayBuffer()
            .then((bytes) => onChange(decodeText(new Uint8Array(bytes))));
        }}
      />
      <TextArea
        label={t("paste")}
        rows={isTall ? 10 : 5}
        value={csv}
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
        hasNoErrorRoom
      />
    </>
  );
}
