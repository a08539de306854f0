"use client";

import { useTranslations } from "next-intl";

import { signInAction } from "../../_actions/users.ts";
import { TextField } from "../../_components/primitives/field.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../_components/primitives/use-form-action.ts";
import { useRefusal } from "../../_components/primitives/use-refusal.ts";

export function SignInForm() {
  const t = useTranslations("sign-in");
  const inWords = useRefusal();
  const [state, submit, isPending] = useFormAction(signInAction, { typed: {} });
  return (
    <form action={submit} className="grid gap-2">
      <Notice tone="danger">
        {state.refusal ? inWords({ ...state, refusal: state.refusal }) : null}
      </Notice>
      <TextField
        label={t("email")}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={state.typed["email"]}
        hasNoErrorRoom
      />
      <TextField
        label={t("password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        hasNoErrorRoom
      />
      <SubmitButton isPending={isPending}>{t("submit")}</SubmitButton>
    </form>
  );
}
