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
  version,
  canChange,
  title,
  about,
  fields,
}: {
  workspace: string;
  /** Which one of the settings this shows. */
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

/** Of what is planned, where the clock changes. */
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
  /** What somebody else made of it meanwhile. */
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
