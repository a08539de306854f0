"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { FormDialog } from "../../../_components/person/form-dialog.tsx";
import { type Answer, useAnswer } from "../../../_components/person/use-answer.ts";
import { type Option, SelectField } from "../../../_components/primitives/field.tsx";
import { TextButton } from "../../../_components/primitives/text-link.tsx";
import { showToast } from "../../../_components/primitives/toast.tsx";

/** Sets the stage by hand; it takes precedence over the stage derived from touchpoints. */
export function SetStage({
  personId,
  current,
  stages,
  onSet,
}: {
  personId: string;
  current: string;
  stages: readonly Option[];
  onSet: (input: { personId: string; stageId: string }) => Promise<Answer>;
}) {
  const t = useTranslations("people.now");
  const [isOpen, setOpen] = useState(false);
  const { send, refusal, isBusy } = useAnswer();
  return (
    <>
      <TextButton onClick={() => setOpen(true)}>{t("set")}</TextButton>
      <FormDialog
        title={t("stage")}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        submit={t("setIt")}
        isBusy={isBusy}
        refusal={refusal}
        onSubmit={(typed) =>
          send(
            () => onSet({ personId, stageId: typed("stage") }),
            () => {
              setOpen(false);
              showToast(t("done"));
            },
          )
        }
      >
        <SelectField
          name="stage"
          label={t("stage")}
          defaultValue={current}
          options={stages}
          hasNoErrorRoom
        />
      </FormDialog>
    </>
  );
}
