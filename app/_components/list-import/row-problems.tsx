"use client";

import { useTranslations } from "next-intl";

const shownProblems = 50;

/** Errors in a list by row. Nothing is stored until all rows are valid. */
export function RowProblems({
  problems,
}: {
  problems: readonly { readonly row: number; readonly line: number; readonly problem: string }[];
}) {
  const t = useTranslations("lists");
  const more = problems.length - shownProblems;
  return (
    <div>
      <p className="text-danger font-semibold">{t("wrong", { count: problems.length })}</p>
      <ul>
        {problems.slice(0, shownProblems).map(({ row, line, problem }) => (
          <li key={row} className="border-t py-1">
            {t(row === line ? "row" : "rowOfLine", { row, line, problem })}
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{t("more", { count: more })}</p> : null}
    </div>
  );
}
