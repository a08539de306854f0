"use client";

import { useTranslations } from "next-intl";

import { Notice } from "./notice.tsx";
import { TextButton } from "./text-link.tsx";

/** What was typed before the page was left is here again, and can be left for what is saved. */
export function RestoredNotice({
  isRestored,
  onDrop,
}: {
  isRestored: boolean;
  onDrop: () => void;
}) {
  const t = useTranslations("common");
  return (
    <Notice>
      {isRestored ? (
        <>
          {t("restored")} <TextButton onClick={onDrop}>{t("dropRestored")}</TextButton>
        </>
      ) : null}
    </Notice>
  );
}
