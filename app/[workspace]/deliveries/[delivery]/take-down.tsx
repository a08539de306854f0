"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";

import { deletePublishedAction } from "../../../_actions/publishing.ts";
import { Button } from "../../../_components/primitives/button.tsx";
import { Dialog } from "../../../_components/primitives/dialog.tsx";
import { Notice } from "../../../_components/primitives/notice.tsx";

/** Asks once, then takes the post down at the network. */
export function TakeDown({
  workspace,
  deliveryId,
  network,
}: {
  workspace: string;
  deliveryId: string;
  network: string;
}) {
  const t = useTranslations("delivery");
  const common = useTranslations("common");
  const refusals = useTranslations("refusals");
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState("");
  const [isPending, startTransition] = useTransition();

  function takeDown(): void {
    startTransition(async () => {
      try {
        const outcome = await deletePublishedAction(workspace, { deliveryId });
        if (outcome.ok) setOpen(false);
        else setProblem(refusals(outcome.refusal, outcome.detail));
      } catch {
        setProblem(common("noConnection"));
      }
    });
  }

  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {t("removeThere", { network })}
      </Button>
      <Dialog
        title={t("removeThere", { network })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{common("cancel")}</Button>
            <Button variant="danger" disabled={isPending} onClick={takeDown}>
              {t("removeYes")}
            </Button>
          </>
        }
      >
        <p>{t("removeQuestion", { network })}</p>
        <Notice tone="danger">{problem}</Notice>
      </Dialog>
    </>
  );
}
