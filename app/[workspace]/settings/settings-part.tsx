"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";

import { changeWorkspaceAction } from "../../_actions/workspaces.ts";
import { type Option, SelectField, TextField } from "../../_components/primitives/field.tsx";
import { FormOutcome } from "../../_components/primitives/form-outcome.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";

export interface FieldPlan {
  /** As the input calls it; also where its texts are, unless `text` says otherwise. */
  name: string;
  text?: string;
  saved: string;
  /** A number up to this. */
  max?: number;
  options?: Option[];
}

/** One section of the workspace's settings: a form that saves what stands beside its button. */
export function SettingsPart({
  workspace,
  canChange,
  title,
  about,
  fields,
}: {
  workspace: string;
  canChange: boolean;
  title: string;
  about?: ReactNode;
  fields: readonly FieldPlan[];
}) {
  const t = useTranslations("settings");
  const common = useTranslations("common");
  const [state, submit, isPending] = useActionState(changeWorkspaceAction, { typed: {} });
  return (
    <Section title={title}>
      <form action={submit} className="grid max-w-[420px] gap-3">
        <input type="hidden" name="workspace" value={workspace} />
        {about}
        <FormOutcome state={state} done={t("saved")} />
        <fieldset disabled={!canChange} className="contents">
          <legend className="sr-only">{title}</legend>
          {fields.map((field): ReactNode => {
            const value = state.typed[field.name] ?? field.saved;
            const wrong = state.wrong?.includes(field.name) ?? false;
            return <PlannedField key={`${field.name} ${value}`} {...{ field, value, wrong }} />;
          })}
        </fieldset>
        {canChange ? (
          <div>
            <SubmitButton variant="outline" isPending={isPending}>
              {common("save")}
              <span className="sr-only">: {title}</span>
            </SubmitButton>
          </div>
        ) : null}
      </form>
    </Section>
  );
}

function PlannedField({
  field: { name, text = name, max, options },
  value,
  wrong,
}: {
  field: FieldPlan;
  value: string;
  wrong: boolean;
}) {
  const t = useTranslations("settings");
  const texts = {
    name,
    label: t(`${text}.label`),
    help: t.has(`${text}.help`) ? t(`${text}.help`) : undefined,
    error: wrong ? t(`${text}.wrong`) : undefined,
    defaultValue: value,
    hasNoErrorRoom: true,
  };
  if (options) return <SelectField {...texts} options={options} />;
  const bounds = max === undefined ? { maxLength: 80 } : { type: "number", min: 0, max };
  return <TextField {...texts} {...bounds} required />;
}
