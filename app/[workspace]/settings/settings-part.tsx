"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { AutosavedForm } from "../../_components/primitives/autosaved-form.tsx";
import { Radio, RadioGroup } from "../../_components/primitives/choice.tsx";
import { type Option, SelectField, TextField } from "../../_components/primitives/field.tsx";
import { FormOutcome } from "../../_components/primitives/form-outcome.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";
import { TextButton } from "../../_components/primitives/text-link.tsx";
import { useSettingsForm } from "./use-settings-form.ts";

export interface FieldPlan {
  /** Name in the input schema, and the key of the field's texts unless `text` names another. */
  name: string;
  text?: string;
  saved: string;
  /** Maximum of a number field. */
  max?: number;
  options?: Option[];
}

/** A section of the workspace settings: a form that saves only its own fields. */
export function SettingsPart({
  workspace,
  version,
  canChange,
  title,
  about,
  fields,
}: {
  workspace: string;
  /** Version of the settings that this form shows. */
  version: number;
  canChange: boolean;
  title: string;
  about?: ReactNode;
  fields: readonly FieldPlan[];
}) {
  const t = useTranslations("settings");
  const { state, submit, isPending, isMet, theirs, takeTheirs } = useSettingsForm();
  return (
    <Section title={title}>
      <AutosavedForm
        kept={`settings ${fields.map(({ name }) => name).join(" ")}`}
        {...{ version }}
        answer={state}
        action={submit}
        className="grid max-w-[420px] gap-3"
      >
        <input type="hidden" name="workspace" value={workspace} />
        {about}
        <FormOutcome state={state} done={t("saved")} />
        {isMet ? <TextButton onClick={takeTheirs}>{t("takeTheirs")}</TextButton> : null}
        <fieldset disabled={!canChange} className="contents">
          <legend className="sr-only">{title}</legend>
          {fields.map((field): ReactNode => {
            const value = state.typed[field.name] ?? field.saved;
            const wrong = state.wrong?.includes(field.name) ?? false;
            const now = theirs(field.name);
            return (
              <PlannedField key={`${field.name} ${value}`} {...{ field, value, wrong, now }} />
            );
          })}
          {state.refusal === "zone-moves-posts" ? <WhatStays /> : null}
        </fieldset>
        {canChange ? <Save title={title} isPending={isPending} /> : null}
      </AutosavedForm>
    </Section>
  );
}

function Save({ title, isPending }: { title: string; isPending: boolean }) {
  const t = useTranslations("common");
  return (
    <div>
      <SubmitButton variant="outline" isPending={isPending}>
        {t("save")}
        <span className="sr-only">: {title}</span>
      </SubmitButton>
    </div>
  );
}

/** Asks what stays the same for planned posts when the time zone changes: the local time or the instant. */
function WhatStays() {
  const t = useTranslations("settings.planned");
  return (
    <RadioGroup label={t("label")}>
      <Radio name="planned" value="clock" defaultChecked label={t("clock")} />
      <Radio name="planned" value="instant" label={t("instant")} />
    </RadioGroup>
  );
}

function PlannedField({
  field: { name, text = name, max, options },
  value,
  wrong,
  now,
}: {
  field: FieldPlan;
  value: string;
  wrong: boolean;
  /** The value that somebody else saved meanwhile. */
  now: string | number | undefined;
}) {
  const t = useTranslations("settings");
  const texts = {
    name,
    label: t(`${text}.label`),
    help: now === undefined ? helpOf(t, text) : t("now", { value: now }),
    error: wrong ? t(`${text}.wrong`) : undefined,
    defaultValue: value,
    hasNoErrorRoom: true,
  };
  if (options) return <SelectField {...texts} options={options} />;
  const bounds = max === undefined ? { maxLength: 80 } : { type: "number", min: 0, max };
  return <TextField {...texts} {...bounds} required />;
}

function helpOf(t: ReturnType<typeof useTranslations>, text: string): string | undefined {
  return t.has(`${text}.help`) ? t(`${text}.help`) : undefined;
}
