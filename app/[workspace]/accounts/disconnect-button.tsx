"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";

import { disconnectAccountAction } from "../../_actions/accounts.ts";
import { Button } from "../../_components/primitives/button.tsx";
import { Dialog } from "../../_components/primitives/dialog.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";
import { showToast } from "../../_components/primitives/toast.tsx";

/** Asks once, and says what will not go out. */
export function DisconnectButton({
  workspace,
  accountId,
  handle,
  network,
  waiting,
}: {
  workspace: string;
  accountId: string;
  handle: string;
  network: string;
  waiting: number;
}) {
  const t = useTranslations("accounts");
  const common = useTranslations("common");
  const refusals = useTranslations("refusals");
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState("");
  const [isPending, startTransition] = useTransition();

  function disconnect(): void {
    startTransition(async () => {
      try {
        const outcome = await disconnectAccountAction(workspace, { accountId });
        if (!outcome.ok) return setProblem(refusals(outcome.refusal, outcome.detail));
        setOpen(false);
        showToast(t("disconnected", { handle }));
      } catch {
        setProblem(common("noConnection"));
      }
    });
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
