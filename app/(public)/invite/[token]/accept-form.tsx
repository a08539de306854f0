"use client";

import { useTranslations } from "next-intl";

import { acceptInvitationAction } from "../../../_actions/workspaces.ts";
import { TextField } from "../../../_components/primitives/field.tsx";
import { newPassword, requiredFields } from "../../../_components/primitives/form-fields.ts";
import { FormOutcome } from "../../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../../_components/primitives/use-form-action.ts";

interface Props {
  token: string;
  /** The only e-mail address that may accept the invitation; null if the invitation names none. */
  email: string | null;
  signedInAs: string | null;
  locale: string;
}

export function AcceptForm({ token, email, signedInAs, locale }: Props) {
  const t = useTranslations("invite");
  const [state, submit, isPending] = useFormAction(acceptInvitationAction, { typed: {} });
  const fieldOf = requiredFields(t, state);
  return (
    <form action={submit} className="grid gap-3">
      <input type="hidden" name="token" value={token} />
      <FormOutcome state={state} />
      {signedInAs ? (
        <p>{t("signedInAs", { email: signedInAs })}</p>
      ) : (
        <>
          <input type="hidden" name="locale" value={locale} />
          <TextField {...fieldOf("name")} autoComplete="name" maxLength={80} />
          <TextField
            {...fieldOf("email")}
            type="email"
            autoComplete="username"
            defaultValue={state.typed["email"] ?? email ?? undefined}
            help={email ? t("forAddress", { email }) : undefined}
          />
          <TextField {...fieldOf("password")} {...newPassword(t)} />
        </>
      )}
      <SubmitButton isPending={isPending}>{t(signedInAs ? "join" : "joinNew")}</SubmitButton>
    </form>
  );
}
