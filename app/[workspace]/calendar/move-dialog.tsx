"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "../../_components/primitives/button.tsx";
import { Dialog } from "../../_components/primitives/dialog.tsx";
import { TextField } from "../../_components/primitives/field.tsx";
import type { CalendarEvent } from "./calendar-event.ts";

/** Moving by keyboard: another day and time. */
export function MoveDialog({
  event,
  onClose,
  onMove,
}: {
  event: CalendarEvent;
  onClose: () => void;
  onMove: (at: string) => void;
}) {
  const t = useTranslations();
  const [at, setAt] = useState(event.at);
  const submit = () => {
    if (at) onMove(at);
    onClose();
  };
  return (
    <Dialog
      title={t("calendar.moveTitle")}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button variant="ink" type="submit" form="move-post" disabled={!at}>
            {t("calendar.moveHere")}
          </Button>
        </>
      }
    >
      <form
        id="move-post"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          submit();
        }}
      >
        <TextField
          label={t("calendar.newMoment")}
          type="datetime-local"
          value={at}
          required
          hasNoErrorRoom
          onChange={(change) => setAt(change.target.value)}
        />
      </form>
    </Dialog>
  );
}
