"use client";

import { useTranslations } from "next-intl";

import type { FormState } from "../../../_actions/form-state.ts";
import { changeSilenceAction } from "../../../_actions/stages.ts";
import { AutosavedForm } from "../../../_components/primitives/autosaved-form.tsx";
import { TextField } from "../../../_components/primitives/field.tsx";
import { FormOutcome } from "../../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../../_components/primitives/use-form-action.ts";

const fields = ["silenceDays", "quietBuyerDays"] as const;

/** Sets after how many days without touchpoints a person counts as away, and a customer as deciding again. */
export function SilenceForm({
  workspace,
  version,
  canChange,
  ...saved
}: {
  workspace: string;
  version: number;
  canChange: boolean;
  silenceDays: number;
  quietBuyerDays: number;
}) {
  const t = useTranslations("stage-settings");
  const common = useTranslations("common");
  const [state, submit, isPending] = useFormAction(changeSilenceAction, { typed: {} });
  return (
    <AutosavedForm
      kept="silence"
      {...{ version }}
      answer={state}
      action={submit}
      className="grid max-w-[420px] gap-3"
    >
      <input type="hidden" name="workspace" value={workspace} />
      <FormOutcome state={state} done={t("silenceSaved")} />
      <fieldset disabled={!canChange} className="contents">
        <legend className="sr-only">{t("silence")}</legend>
        {fields.map((field) => (
          <DaysField key={field} name={field} saved={saved[field]} state={state} />
        ))}
      </fieldset>
      {canChange ? (
        <div>
          <SubmitButton variant="outline" isPending={isPending}>
            {common("save")}
            <span className="sr-only">: {t("silence")}</span>
          </SubmitButton>
        </div>
      ) : null}
    </AutosavedForm>
  );
}

function DaysField({
  name,
  saved,
  state,
}: {
  name: (typeof fields)[number];
  saved: number;
  state: FormState;
}) {
  const t = useTranslations("stage-settings");
  const settings = useTranslations("settings");
  const theirs = state.detail?.[`theirs.${name}`];
  const value = state.typed[name] ?? saved;
  return (
    <TextField
      key={value}
      name={name}
      type="number"
      min={7}
      max={730}
      required
      label={t(`${name}.label`)}
      help={theirs === undefined ? t(`${name}.help`) : settings("now", { value: theirs })}
      defaultValue={value}
      error={state.wrong?.includes(name) ? t("daysWrong") : undefined}
      hasNoErrorRoom
    />
  );
}
