"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";

import { endRecurrenceAction } from "../../_actions/recurrences.ts";
import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { showToast } from "../primitives/toast.tsx";
import { useRefusal } from "../primitives/use-refusal.ts";

/**
 * Asks for confirmation and ends the recurrence from the given day on, or from today. `called` names the
 * recurrence for screen readers.
 */
export function EndRecurrence({
  workspace,
  recurrenceId,
  from,
  called,
}: {
  workspace: string;
  recurrenceId: string;
  from?: string;
  called?: string;
}) {
  const t = useTranslations("repeat");
  const common = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  const { isBusy, end } = useEnding(workspace);
  const label = t(from ? "endHere" : "endNow");
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} disabled={isBusy}>
        {label}
        {called ? <span className="sr-only">: {called}</span> : null}
      </Button>
      <Dialog
        title={label}
        isOpen={isOpen}
        onClose={close}
        actions={
          <>
            <Button variant="quiet" onClick={close}>
              {common("cancel")}
            </Button>
            <Button
              variant="ink"
              onClick={() => {
                close();
                end({ recurrenceId, ...(from && { from }) });
              }}
            >
              {label}
            </Button>
          </>
        }
      >
        <p>{t("endText")}</p>
      </Dialog>
    </>
  );
}

function useEnding(workspace: string) {
  const t = useTranslations("repeat");
  const inWords = useRefusal();
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const end = (given: { recurrenceId: string; from?: string }) =>
    start(async () => {
      const outcome = await endRecurrenceAction(workspace, given);
      if (!outcome.ok) return showToast(inWords(outcome), { isFailure: true });
      showToast(t("ended", { ...outcome.value }));
      router.refresh();
    });
  return { isBusy, end };
}
