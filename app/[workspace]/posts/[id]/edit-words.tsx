"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { editPublishedAction } from "../../../_actions/deliveries.ts";
import { FormDialog } from "../../../_components/person/form-dialog.tsx";
import { useAnswer } from "../../../_components/person/use-answer.ts";
import { Button } from "../../../_components/primitives/button.tsx";
import { TextArea } from "../../../_components/primitives/field.tsx";

interface Words {
  workspace: string;
  deliveryId: string;
  network: string;
  text: string;
}

/** Edits the text of a published part, if the network allows that. */
export function EditWords({ workspace, deliveryId, network, text }: Words) {
  const t = useTranslations("delivery.edit");
  const [isOpen, setOpen] = useState(false);
  const { send, refusal, isBusy } = useAnswer();
  const { theirs, save } = useTheirs(workspace, deliveryId);
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <FormDialog
        kept={`words ${deliveryId}`}
        version={text}
        title={t("title", { network })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        submit={t("save")}
        isBusy={isBusy}
        refusal={refusal}
        onSubmit={(typed) =>
          send(
            () => save(typed("text"), typed("version")),
            () => setOpen(false),
          )
        }
      >
        <TextArea
          name="text"
          label={t("words")}
          help={theirs === undefined ? t("help", { network }) : t("theirs", { text: theirs })}
          hasNoErrorRoom
          rows={6}
          defaultValue={text}
        />
      </FormDialog>
    </>
  );
}

/**
 * After a conflict holds the text of the other editor. Saving again overwrites it, because the user has seen
 * it.
 */
function useTheirs(workspace: string, deliveryId: string) {
  const [theirs, setTheirs] = useState<string>();
  const save = async (text: string, since: string) => {
    const seen = theirs === undefined ? [since] : [since, theirs];
    const answer = await editPublishedAction(workspace, { deliveryId, text, seen });
    const now = answer.ok ? undefined : answer.detail["theirs.text"];
    if (now !== undefined) setTheirs(String(now));
    return answer;
  };
  return { theirs, save };
}
