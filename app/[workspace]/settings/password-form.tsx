"use client";

import { useTranslations } from "next-intl";

import { changePasswordAction } from "../../_actions/users.ts";
import { TextField } from "../../_components/primitives/field.tsx";
import { FormOutcome } from "../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../_components/primitives/use-form-action.ts";

export function PasswordForm() {
  const t = useTranslations("settings");
  const [state, submit, isPending] = useFormAction(changePasswordAction, { typed: {} });
  const errorOf = (name: string) => (state.wrong?.includes(name) ? t(`${name}.wrong`) : undefined);
  return (
    <form action={submit} className="grid max-w-[420px] gap-3">
      <FormOutcome state={state} done={t("passwordChanged")} />
      <TextField
        name="current"
        label={t("current.label")}
        type="password"
        autoComplete="current-password"
        required
        error={errorOf("current")}
        hasNoErrorRoom
      />
      <TextField
        name="next"
        label={t("next.label")}
        help={t("next.help")}
        type="password"
        autoComplete="new-password"
        minLength={10}
        required
        error={errorOf("next")}
        hasNoErrorRoom
      />
      <div>
        <SubmitButton variant="outline" isPending={isPending}>
          {t("changePassword")}
        </SubmitButton>
      </div>
    </form>
  );
}
