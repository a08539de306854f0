"use client";

import { useTranslations } from "next-intl";

import { changeMailAction } from "../../_actions/users.ts";
import { Checkbox } from "../../_components/primitives/choice.tsx";
import { FormOutcome } from "../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../_components/primitives/use-form-action.ts";

/** Setting whether the user gets an e-mail when something needs them. */
export function MailForm({
  wantsMail,
  address,
  canMail,
}: {
  wantsMail: boolean;
  address: string;
  canMail: boolean;
}) {
  const t = useTranslations("settings");
  const common = useTranslations("common");
  const [state, submit, isPending] = useFormAction(changeMailAction, { typed: {} });
  return (
    <form action={submit} className="grid max-w-[560px] gap-3">
      <p className="text-ink-2">{t(canMail ? "mailText" : "noMailServer")}</p>
      <FormOutcome state={state} done={t("saved")} />
      <Checkbox
        key={String(wantsMail)}
        name="wantsMail"
        defaultChecked={wantsMail}
        label={t("wantsMail", { address })}
      />
      <div>
        <SubmitButton variant="outline" isPending={isPending}>
          {common("save")}
          <span className="sr-only">: {t("notifications")}</span>
        </SubmitButton>
      </div>
    </form>
  );
}
