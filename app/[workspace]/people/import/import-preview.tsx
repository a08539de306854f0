import { useFormatter, useTranslations } from "next-intl";

import type { ImportReport } from "#lib/engagement/import-touchpoints";

import { RowProblems } from "../../../_components/list-import/row-problems.tsx";
import { Cell, ColumnHead, RowHead, Table } from "../../../_components/primitives/table.tsx";

/** Result or preview of an import: a summary, then the errors by row, then sample rows as they were read. */
export function ImportPreview({ report, timeZone }: { report: ImportReport; timeZone: string }) {
  const t = useTranslations("touchpoints.import");
  const { isPreview, rowCount, newCount, knownCount, problems } = report;
  const b = (part: React.ReactNode) => <b>{part}</b>;
  return (
    <div className="grid gap-3" aria-live="polite">
      {problems.length > 0 ? null : (
        <p>
          {isPreview
            ? t.rich("summary", { rows: rowCount, fresh: newCount, known: knownCount, b })
            : t.rich("stored", { count: newCount, known: knownCount, b })}
        </p>
      )}
      {problems.length > 0 ? <Problems problems={problems} /> : null}
      {isPreview && problems.length === 0 ? <Sample report={report} timeZone={timeZone} /> : null}
    </div>
  );
}

function Problems({ problems }: { problems: ImportReport["problems"] }) {
  const t = useTranslations("touchpoints.import.problems");
  const inWords = problems.map(({ code, value, ...place }) => ({
    ...place,
    problem: t(code, { value }),
  }));
  return <RowProblems problems={inWords} />;
}

function Sample({ report, timeZone }: { report: ImportReport; timeZone: string }) {
  const t = useTranslations("touchpoints.import");
  const types = useTranslations("touchpoints.types");
  const channels = useTranslations("touchpoints.channels");
  const format = useFormatter();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls on a narrow screen, also by keyboard
    <section className="overflow-x-auto pb-6" tabIndex={0} aria-label={t("sampleTitle")}>
      <Table>
        <caption className="text-start font-semibold">{t("sampleTitle")}</caption>
        <thead>
          <tr>
            {(["row", "person", "type", "channel", "at", "text"] as const).map((column) => (
              <ColumnHead key={column}>{t(`understood.${column}`)}</ColumnHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.sample.map((row) => (
            <tr key={row.row}>
              <Cell>{row.row}</Cell>
              <RowHead>
                <bdi>{row.name}</bdi>
              </RowHead>
              <Cell>{types(row.type)}</Cell>
              <Cell>{channels.has(row.channel) ? channels(row.channel) : row.channel}</Cell>
              <Cell>
                {format.dateTime(row.at, { dateStyle: "medium", timeStyle: "short", timeZone })}
              </Cell>
              <Cell>{row.text ?? ""}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
