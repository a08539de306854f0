"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { editPublishedAction } from "../../../_actions/deliveries.ts";
import { useAct } from "../../../_components/delivery/use-act.ts";
import { Button } from "../../../_components/primitives/button.tsx";
import { Dialog } from "../../../_components/primitives/dialog.tsx";
import { TextArea } from "../../../_components/primitives/field.tsx";
import { Notice } from "../../../_components/primitives/notice.tsx";

interface Words {
  workspace: string;
  deliveryId: string;
  network: string;
  text: string;
}

/** Changes the words of a part that is out, where the network lets people do so. */
export function EditWords(words: Words) {
  const t = useTranslations("delivery.edit");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {isOpen ? <WordsDialog {...words} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function WordsDialog({
  workspace,
  deliveryId,
  network,
  text,
  onClose,
}: Words & { onClose: () => void }) {
  const t = useTranslations("delivery.edit");
  const common = useTranslations("common");
  const [typed, setTyped] = useState(text);
  const { isPending, problem, act } = useAct();
  const save = () =>
    act(() => editPublishedAction(workspace, { deliveryId, text: typed }), onClose);
  return (
    <Dialog
      title={t("title", { network })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="ink" disabled={isPending || typed.trim() === text} onClick={save}>
            {t("save")}
          </Button>
        </>
      }
    >
      <TextArea
        label={t("words")}
        help={t("help", { network })}
        hasNoErrorRoom
        rows={6}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Notice tone="danger">{problem}</Notice>
    </Dialog>
  );
}
