"use client";

import { useTranslations } from "next-intl";

import { RestoredNotice } from "../../_components/primitives/restored-notice.tsx";
import { TextButton } from "../../_components/primitives/text-link.tsx";
import type { useKeptEdit } from "../../_components/primitives/use-kept-edit.ts";

type Edit = Pick<ReturnType<typeof useKeptEdit>, "since" | "isRestored" | "isMet" | "drop">;

/**
 * Notice for a form with rows: rows were restored from the browser's copy, or somebody else changed the saved
 * rows; offers to show the saved ones.
 */
export function RowsNotice({ edit: { since, isRestored, isMet, drop } }: { edit: Edit }) {
  const t = useTranslations("settings");
  return (
    <>
      <input type="hidden" name="version" value={since} />
      <RestoredNotice {...{ isRestored }} onDrop={drop} />
      {isMet ? (
        <div>
          <TextButton onClick={drop}>{t("takeTheirs")}</TextButton>
        </div>
      ) : null}
    </>
  );
}
