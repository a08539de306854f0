"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "../../_components/primitives/button.tsx";
import { Dialog } from "../../_components/primitives/dialog.tsx";
import { TextField } from "../../_components/primitives/field.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";

/**
 * Asks for a day and a time in the workspace's time zone. `onChoose` returns an error message, or an empty
 * text, which closes the dialog.
 */
export function MomentDialog({
  title,
  submitLabel,
  start,
  onClose,
  onChoose,
}: {
  title: string;
  submitLabel: string;
  /** `YYYY-MM-DDTHH:mm` in the workspace's time zone. */
  start: string;
  onClose: () => void;
  onChoose: (at: string) => Promise<string>;
}) {
  const t = useTranslations("calendar");
  const [at, setAt] = useState(start);
  const [problem, setProblem] = useState("");
  const submit = async () => {
    const wrong = await onChoose(at);
    setProblem(wrong);
    if (wrong === "") onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={<Actions submitLabel={submitLabel} isReady={at !== ""} onClose={onClose} />}
    >
      <form
        id={formId}
        className="grid gap-3"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void submit();
        }}
      >
        <TextField
          label={t("newMoment")}
          type="datetime-local"
          value={at}
          required
          hasNoErrorRoom
          onChange={(change) => setAt(change.target.value)}
        />
        <Notice tone="danger">{problem}</Notice>
      </form>
    </Dialog>
  );
}

const formId = "choose-moment";

function Actions({
  submitLabel,
  isReady,
  onClose,
}: {
  submitLabel: string;
  isReady: boolean;
  onClose: () => void;
}) {
  const common = useTranslations("common");
  return (
    <>
      <Button variant="quiet" onClick={onClose}>
        {common("cancel")}
      </Button>
      <Button variant="ink" type="submit" form={formId} disabled={!isReady}>
        {submitLabel}
      </Button>
    </>
  );
}
