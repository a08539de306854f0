"use client";

import { useTranslations } from "next-intl";

import { inviteMemberAction } from "../../../_actions/workspaces.ts";
import type { InviteState } from "../../../_actions/workspaces.ts";
import { AutosavedForm } from "../../../_components/primitives/autosaved-form.tsx";
import { SelectField, TextField } from "../../../_components/primitives/field.tsx";
import { FormOutcome } from "../../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../../_components/primitives/use-form-action.ts";
import { InvitationLink } from "./invitation-link.tsx";
import { roleOptions } from "./role-options.ts";

const before: InviteState = { typed: {} };

export function InviteForm({ workspace }: { workspace: string }) {
  const t = useTranslations("settings");
  const roles = useTranslations("roles");
  const [state, submit, isPending] = useFormAction(inviteMemberAction, before);
  const errorOf = (name: string) => (state.wrong?.includes(name) ? t(`${name}.wrong`) : undefined);
  const role = state.typed["role"] ?? "editor";
  const options = roleOptions(roles).map(({ value, label }) => ({
    value,
    label: `${label}: ${roles(`${value}.may`)}`,
  }));
  return (
    <div className="grid max-w-[420px] gap-3">
      <p className="text-ink-2">{t("inviteText")}</p>
      <AutosavedForm kept="invite" answer={state} action={submit} className="grid gap-3">
        <input type="hidden" name="workspace" value={workspace} />
        <FormOutcome state={state} />
        <SelectField
          key={role}
          name="role"
          label={t("role.label")}
          defaultValue={role}
          error={errorOf("role")}
          options={options}
          hasNoErrorRoom
        />
        <TextField
          name="email"
          type="email"
          label={t("email.label")}
          help={t("email.help")}
          defaultValue={state.typed["email"]}
          error={errorOf("email")}
          autoComplete="off"
          hasNoErrorRoom
        />
        <div>
          <SubmitButton variant="outline" isPending={isPending}>
            {t("makeLink")}
          </SubmitButton>
        </div>
      </AutosavedForm>
      {state.link ? <InvitationLink key={state.link} link={state.link} /> : null}
    </div>
  );
}
