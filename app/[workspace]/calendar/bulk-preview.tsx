"use client";

import { useFormatter, useTranslations } from "next-intl";

import type { ChangedPost } from "#lib/deliveries/change-posts";

import { useRefusal } from "../../_components/primitives/use-refusal.ts";

interface Props {
  rows: readonly ChangedPost[];
  timeZone: string;
  stages: readonly { readonly id: string; readonly name: string }[];
}

/**
 * Preview of each post. If some posts are refused, shows only those with their reasons, since nothing is
 * changed then.
 */
export function BulkPreview({ rows, timeZone, stages }: Props) {
  const t = useTranslations("calendar.bulk");
  const noText = useTranslations("calendar")("noText");
  const wrong = rows.filter((row) => row.refused);
  const title = wrong.length > 0 ? t("refused", { count: wrong.length }) : t("what");
  const shown = wrong.length > 0 ? wrong : rows;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard
    <section tabIndex={0} aria-label={title} className="max-h-[40dvh] min-w-0 overflow-y-auto">
      <output className={`font-semibold ${wrong.length > 0 ? "text-danger" : ""}`}>{title}</output>
      <ul>
        {shown.map((row) => (
          <li key={row.postId} className="grid gap-0.5 border-t py-1.5">
            <bdi className="line-clamp-1 font-medium wrap-anywhere">{row.text || noText}</bdi>
            <Outcome row={row} timeZone={timeZone} stages={stages} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outcome({
  row: { before, after, refused },
  timeZone,
  stages,
}: Omit<Props, "rows"> & { row: ChangedPost }) {
  const t = useTranslations("calendar.bulk.rows");
  const inWords = useRefusal();
  const format = useFormatter();
  if (refused) return <span className="text-danger">{inWords(refused)}</span>;
  const moment = (at: Date | null | undefined) =>
    at ? format.dateTime(at, { dateStyle: "medium", timeStyle: "short", timeZone }) : "";
  const stage = stages.find(({ id }) => id === after?.stageId)?.name ?? "";
  const from = moment(before.publishAt);
  const to = moment(after?.publishAt);
  return (
    <span className="text-ink-2 tabular-nums">{t(wayOf(before, after), { from, to, stage })}</span>
  );
}

function wayOf(before: ChangedPost["before"], after: ChangedPost["after"]) {
  if (!after || after.state === "deleted") return "deleted";
  if (after.stageId !== before.stageId) return "staged";
  const isSame = String(before.publishAt) === String(after.publishAt);
  if (isSame) return "same";
  if (after.state === "draft") return "draft";
  return before.publishAt ? "moved" : "planned";
}
