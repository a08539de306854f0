"use client";

import { useTranslations } from "next-intl";

import type { PersonChange } from "#lib/people/input";

import { type Answer, useAnswer } from "../../../_components/person/use-answer.ts";
import { Notice } from "../../../_components/primitives/notice.tsx";
import { TextButton } from "../../../_components/primitives/text-link.tsx";
import { showToast } from "../../../_components/primitives/toast.tsx";

type Exported = { ok: true; value: string } | Extract<Answer, { ok: false }>;

/**
 * Buttons to export the data and to exclude the person from thank-yous. Erasing is in the menu, which asks
 * for confirmation.
 */
export function DataLinks({
  personId,
  doNotThank,
  onExport,
  onChange,
}: {
  personId: string;
  doNotThank: boolean;
  onExport: (input: { personId: string }) => Promise<Exported>;
  onChange: (input: PersonChange) => Promise<Answer>;
}) {
  const t = useTranslations("people");
  const { send, refusal, isBusy } = useAnswer();
  return (
    <>
      <TextButton
        disabled={isBusy}
        onClick={() =>
          send(
            () => onExport({ personId }),
            ({ value }) => {
              download(value, `person-${personId}.json`);
              showToast(t("exported"));
            },
          )
        }
      >
        {t("menu.export")}
      </TextButton>
      <TextButton
        disabled={isBusy}
        onClick={() =>
          send(
            () => onChange({ personId, doNotThank: !doNotThank }),
            () => showToast(t(doNotThank ? "never.undone" : "never.done")),
          )
        }
      >
        {t(doNotThank ? "menu.mayAgain" : "menu.never")}
      </TextButton>
      <Notice tone="danger">{refusal}</Notice>
    </>
  );
}

function download(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
