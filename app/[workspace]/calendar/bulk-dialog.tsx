"use client";

import { useTranslations } from "next-intl";

import { Button } from "../../_components/primitives/button.tsx";
import { Dialog } from "../../_components/primitives/dialog.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";
import { BulkFields } from "./bulk-fields.tsx";
import { BulkPreview } from "./bulk-preview.tsx";
import type { Asked, Bulk, BulkProps } from "./use-bulk.ts";

type Props = BulkProps & { bulk: Bulk; asked: Asked };

/** Asks for the values of a bulk change, previews its effect on each post and applies it. */
export function BulkDialog({ bulk, asked, timeZone, stages }: Props) {
  const t = useTranslations("calendar.bulk");
  const { change, posts } = asked;
  return (
    <Dialog
      title={t(`titles.${change.kind}`, { count: posts.length })}
      isOpen
      onClose={bulk.close}
      actions={<Actions bulk={bulk} asked={asked} />}
    >
      <BulkFields change={change} stages={stages} onChange={bulk.change} />
      <Notice tone="danger">{bulk.problem}</Notice>
      {bulk.rows ? <BulkPreview rows={bulk.rows} timeZone={timeZone} stages={stages} /> : null}
    </Dialog>
  );
}

function Actions({ bulk, asked }: { bulk: Bulk; asked: Asked }) {
  const common = useTranslations("common");
  return (
    <>
      <Button variant="quiet" onClick={bulk.close}>
        {common("cancel")}
      </Button>
      <NextStep bulk={bulk} asked={asked} />
    </>
  );
}

function NextStep({
  bulk: { rows, isBusy, look, run },
  asked: { posts, change },
}: {
  bulk: Bulk;
  asked: Asked;
}) {
  const t = useTranslations("calendar.bulk");
  const refused = new Set(rows?.flatMap((row) => (row.refused ? [row.postId] : [])));
  if (!rows)
    return (
      <Button variant="ink" disabled={isBusy} onClick={() => look(posts, change)}>
        {isBusy ? t("looking") : t("look")}
      </Button>
    );
  if (refused.size === posts.length) return null;
  if (refused.size > 0)
    return (
      <Button
        variant="ink"
        disabled={isBusy}
        onClick={() =>
          look(
            posts.filter(({ id }) => !refused.has(id)),
            change,
          )
        }
      >
        {t("leaveOut", { count: refused.size })}
      </Button>
    );
  return (
    <Button
      variant={change.kind === "delete" ? "danger" : "ink"}
      disabled={isBusy}
      onClick={() => run(posts, change)}
    >
      {t(`do.${change.kind}`, { count: rows.length })}
    </Button>
  );
}
