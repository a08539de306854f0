"use client";

import { useFormatter, useTranslations } from "next-intl";

import type { PostsReport } from "#lib/deliveries/import-posts";

import { RowProblems } from "../../../_components/list-import/row-problems.tsx";
import { Cell, ColumnHead, Table } from "../../../_components/primitives/table.tsx";
import { useRefusal } from "../../../_components/primitives/use-refusal.ts";

interface Props {
  report: PostsReport;
  timeZone: string;
  stages: Readonly<Record<string, string>>;
}

/** Result or preview of an import: a summary, then the errors by row, then sample rows as they were read. */
export function PostsPreview({ report, timeZone, stages }: Props) {
  const t = useTranslations("calendar.import");
  const inWords = useRefusal();
  const { isPreview, rowCount, plannedCount, draftCount, knownCount, problems } = report;
  const b = (part: React.ReactNode) => <b>{part}</b>;
  const counts = { rows: rowCount, planned: plannedCount, drafts: draftCount, known: knownCount };
  return (
    <div className="grid gap-3" aria-live="polite">
      {problems.length > 0 ? (
        <RowProblems
          problems={problems.map(({ refused, ...place }) => ({
            ...place,
            problem: inWords(refused),
          }))}
        />
      ) : (
        <p>{t.rich(isPreview ? "summary" : "stored", { ...counts, b })}</p>
      )}
      {isPreview && report.sample.length > 0 ? (
        <SampleTable report={report} timeZone={timeZone} stages={stages} />
      ) : null}
    </div>
  );
}

function SampleTable({ report, timeZone, stages }: Props) {
  const t = useTranslations("calendar.import");
  const format = useFormatter();
  const moment = (at: Date) =>
    format.dateTime(at, { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls on a narrow screen, also by keyboard
    <section className="overflow-x-auto pb-6" tabIndex={0} aria-label={t("sampleTitle")}>
      <Table>
        <caption className="text-start font-semibold">{t("sampleTitle")}</caption>
        <thead>
          <tr>
            {(["row", "at", "stage", "accounts", "text"] as const).map((column) => (
              <ColumnHead key={column}>{t(`understood.${column}`)}</ColumnHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.sample.map((row) => (
            <tr key={row.row}>
              <Cell>{row.row}</Cell>
              <Cell>{row.publishAt ? moment(row.publishAt) : t("draft")}</Cell>
              <Cell>{stages[row.stageId ?? ""] ?? ""}</Cell>
              <Cell>{row.accounts.join(", ")}</Cell>
              <Cell>
                <bdi className="line-clamp-2 wrap-anywhere">{row.text}</bdi>{" "}
                {t("parts", { count: row.partCount })}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
