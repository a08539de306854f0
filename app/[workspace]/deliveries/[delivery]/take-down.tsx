"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { deletePublishedAction } from "../../../_actions/deliveries.ts";
import { useAct } from "../../../_components/delivery/use-act.ts";
import { Button } from "../../../_components/primitives/button.tsx";
import { Dialog } from "../../../_components/primitives/dialog.tsx";
import { Notice } from "../../../_components/primitives/notice.tsx";

/** Asks for confirmation, then deletes the post on the network. */
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
  const [isOpen, setOpen] = useState(false);
  const { isPending, problem, act } = useAct();
  const takeDown = () =>
    act(
      () => deletePublishedAction(workspace, { deliveryId }),
      () => setOpen(false),
    );

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
