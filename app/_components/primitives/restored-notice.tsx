"use client";

import { useTranslations } from "next-intl";

import { Notice } from "./notice.tsx";
import { TextButton } from "./text-link.tsx";

/** Says that earlier input was restored, with a button to discard it for the saved values. */
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
