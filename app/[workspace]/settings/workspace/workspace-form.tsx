"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";

import type { WorkspaceSettings } from "#lib/workspaces/workspace";

import { changeWorkspaceAction } from "../../../_actions/workspaces.ts";
import { type Option, SelectField, TextField } from "../../../_components/primitives/field.tsx";
import { FormOutcome } from "../../../_components/primitives/form-outcome.tsx";
import { Section } from "../../../_components/primitives/section.tsx";
import { SubmitButton } from "../../../_components/primitives/submit-button.tsx";

interface Props {
  workspace: string;
  canChange: boolean;
  name: string;
  timeZone: string;
  zones: Option[];
  settings: WorkspaceSettings;
}

type NumberSetting = Exclude<keyof WorkspaceSettings, "plan" | "whenTooLate">;

/** Three forms, so that each saves what stands beside its button. */
export function WorkspaceForm({ name, timeZone, zones, settings, ...form }: Props) {
  const t = useTranslations("settings");
  const answers = ["ask", "publish", "skip"].map((value) => ({
    value,
    label: t(`whenTooLate.${value}`),
  }));
  const number = (setting: NumberSetting, max: number): FieldPlan => ({
    name: `settings.${setting}`,
    saved: String(settings[setting]),
    max,
  });
  return (
    <>
      <Part {...form} title={t("nameAndPlace")}>
        {[
          { name: "name", text: "workspaceName", saved: name },
          { name: "timeZone", saved: timeZone, options: zones },
        ]}
      </Part>
      <Part {...form} title={t("shoutOuts")}>
        {[
          number("shoutOutsPerWeek", 50),
          number("publicCooldownDays", 365),
          number("privateCooldownDays", 365),
        ]}
      </Part>
      <Part {...form} title={t("late")}>
        {[
          number("lateMinutes", 10_080),
          { name: "settings.whenTooLate", saved: settings.whenTooLate, options: answers },
        ]}
      </Part>
    </>
  );
}

interface FieldPlan {
  /** As the input calls it; also where its texts are, unless `text` says otherwise. */
  name: string;
  text?: string;
  saved: string;
  /** A number up to this. */
  max?: number;
  options?: Option[];
}

function Part({
  workspace,
  canChange,
  title,
  children: fields,
}: {
  workspace: string;
  canChange: boolean;
  title: string;
  children: FieldPlan[];
}) {
  const t = useTranslations("settings");
  const common = useTranslations("common");
  const [state, submit, isPending] = useActionState(changeWorkspaceAction, { typed: {} });
  return (
    <Section title={title}>
      <form action={submit} className="grid max-w-[420px] gap-3">
        <input type="hidden" name="workspace" value={workspace} />
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
