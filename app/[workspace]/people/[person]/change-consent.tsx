"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import type { ConsentInput } from "#lib/people/input";

import { FormDialog } from "../../../_components/person/form-dialog.tsx";
import { type Answer, useAnswer } from "../../../_components/person/use-answer.ts";
import { SelectField, TextField } from "../../../_components/primitives/field.tsx";
import { TextButton } from "../../../_components/primitives/text-link.tsx";
import { showToast } from "../../../_components/primitives/toast.tsx";

export function ChangeConsent({
  personId,
  onSave,
}: {
  personId: string;
  onSave: (input: ConsentInput) => Promise<Answer>;
}) {
  const t = useTranslations("people.consent");
  const [isOpen, setOpen] = useState(false);
  const { send, refusal, isBusy } = useAnswer();
  return (
    <>
      <TextButton onClick={() => setOpen(true)}>{t("change")}</TextButton>
      <FormDialog
        kept={`consent ${personId}`}
        title={t("dialog")}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        submit={t("save")}
        isBusy={isBusy}
        refusal={refusal}
        onSubmit={(typed) =>
          send(
            () => onSave(consentOf(personId, typed)),
            () => {
              setOpen(false);
              showToast(t("saved"));
            },
          )
        }
      >
        <ConsentFields />
      </FormDialog>
    </>
  );
}

function ConsentFields() {
  const t = useTranslations("people.consent");
  const scopes = (["mention", "reuse"] as const).map((scope) => ({
    value: scope,
    label: t(scope),
  }));
  const states = (["given", "refused", "withdrawn"] as const).map((state) => ({
    value: state,
    label: t(`states.${state}`),
  }));
  return (
    <>
      <SelectField name="scope" label={t("scope")} options={scopes} hasNoErrorRoom />
      <SelectField name="state" label={t("state")} options={states} hasNoErrorRoom />
      <TextField
        name="evidence"
        label={t("evidence")}
        help={t("evidenceHelp")}
        required
        maxLength={500}
        hasNoErrorRoom
      />
    </>
  );
}

/**
 * Builds the input from the form. The casts hold because the selects offer no other values; the server
 * validates again.
 */
function consentOf(personId: string, typed: (name: string) => string): ConsentInput {
  return {
    personId,
    scope: typed("scope") as ConsentInput["scope"],
    state: typed("state") as ConsentInput["state"],
    evidence: typed("evidence"),
  };
}
