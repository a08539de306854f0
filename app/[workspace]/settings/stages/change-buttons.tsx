"use client";

import { useTranslations } from "next-intl";

import { SubmitButton } from "../../../_components/primitives/submit-button.tsx";

/** Buttons to preview the change or to save it; the field `intent` says which. */
export function ChangeButtons({ isPending, about }: { isPending: boolean; about: string }) {
  const t = useTranslations("stage-settings");
  return (
    <div className="flex flex-wrap gap-2">
      <SubmitButton
        variant="outline"
        name="intent"
        value="preview"
        isPending={isPending}
        pendingLabel={t("looking")}
      >
        {t("preview")}
        <span className="sr-only">: {about}</span>
      </SubmitButton>
      <SubmitButton name="intent" value="save" isPending={isPending}>
        {t("take")}
        <span className="sr-only">: {about}</span>
      </SubmitButton>
    </div>
  );
}
