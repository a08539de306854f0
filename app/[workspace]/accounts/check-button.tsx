"use client";

import { useTranslations } from "next-intl";

import { checkAccountAction } from "../../_actions/accounts.ts";
import type { FormState } from "../../_actions/form-state.ts";
import { FormOutcome } from "../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../_components/primitives/use-form-action.ts";

const before: FormState = { typed: {} };

/** Asks the network now whether the sign-in is still good. */
export function CheckButton(props: { workspace: string; accountId: string; handle: string }) {
  const { workspace, accountId, handle } = props;
  const t = useTranslations("accounts");
  const [state, check, isPending] = useFormAction(checkAccountAction, before);
  return (
    <form action={check} className="grid gap-2">
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="accountId" value={accountId} />
      <SubmitButton variant="quiet" isPending={isPending} pendingLabel={t("checking")}>
        {t("check")}
        <span className="sr-only"> {handle}</span>
      </SubmitButton>
      <FormOutcome state={state} done={t("checked")} />
    </form>
  );
}
