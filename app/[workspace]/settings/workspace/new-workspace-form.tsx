"use client";

import { useTranslations } from "next-intl";

import { createWorkspaceAction } from "../../../_actions/workspaces.ts";
import { AutosavedForm } from "../../../_components/primitives/autosaved-form.tsx";
import { type Option, SelectField, TextField } from "../../../_components/primitives/field.tsx";
import { FormOutcome } from "../../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../../_components/primitives/use-form-action.ts";

export function NewWorkspaceForm({
  workspace,
  timeZone,
  zones,
}: {
  workspace: string;
  timeZone: string;
  zones: Option[];
}) {
  const t = useTranslations("settings");
  const [state, submit, isPending] = useFormAction(createWorkspaceAction, { typed: {} });
  const errorOf = (name: string, text: string) =>
    state.wrong?.includes(name) ? t(`${text}.wrong`) : undefined;
  const zone = state.typed["timeZone"] ?? timeZone;
  return (
    <AutosavedForm
      kept="new workspace"
      answer={state}
      action={submit}
      className="grid max-w-[420px] gap-3"
    >
      <input type="hidden" name="workspace" value={workspace} />
      <p className="text-ink-2">{t("anotherText")}</p>
      <FormOutcome state={state} />
      <TextField
        name="name"
        label={t("workspaceName.label")}
        defaultValue={state.typed["name"]}
        error={errorOf("name", "workspaceName")}
        required
        maxLength={80}
        hasNoErrorRoom
      />
      <SelectField
        key={zone}
        name="timeZone"
        label={t("timeZone.label")}
        defaultValue={zone}
        error={errorOf("timeZone", "timeZone")}
        options={zones}
        hasNoErrorRoom
      />
      <div>
        <SubmitButton variant="outline" isPending={isPending}>
          {t("createWorkspace")}
        </SubmitButton>
      </div>
    </AutosavedForm>
  );
}
