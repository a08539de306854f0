"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { disconnectAccountAction } from "../../_actions/accounts.ts";
import { useAct } from "../../_components/delivery/use-act.ts";
import { Button } from "../../_components/primitives/button.tsx";
import { Dialog } from "../../_components/primitives/dialog.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";
import { showToast } from "../../_components/primitives/toast.tsx";

interface Props {
  workspace: string;
  accountId: string;
  handle: string;
  network: string;
  waiting: number;
}

/** Asks for confirmation and says how many deliveries will not be sent. */
export function DisconnectButton({ workspace, accountId, handle, network, waiting }: Props) {
  const t = useTranslations("accounts");
  const common = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  const { isPending, problem, act } = useAct();

  function disconnect(): void {
    act(
      () => disconnectAccountAction(workspace, { accountId }),
      () => {
        setOpen(false);
        showToast(t("disconnected", { handle }));
      },
    );
  }

  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {t("disconnect")}
        <span className="sr-only"> {handle}</span>
      </Button>
      <Dialog
        title={t("disconnectTitle", { handle })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{common("cancel")}</Button>
            <Button variant="danger" disabled={isPending} onClick={disconnect}>
              {t("disconnect")}
            </Button>
          </>
        }
      >
        <p>
          {t("disconnectText", { network })} <b>{t("disconnectWaiting", { count: waiting })}</b>
        </p>
        <Notice tone="danger">{problem}</Notice>
      </Dialog>
    </>
  );
}
