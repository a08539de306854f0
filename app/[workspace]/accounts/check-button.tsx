"use client";

import { useTranslations } from "next-intl";

import { checkAccountAction, type CheckState } from "../../_actions/accounts.ts";
import { FormOutcome } from "../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../_components/primitives/use-form-action.ts";
import { Findings } from "./findings.tsx";

const before: CheckState = { typed: {} };

/** Button that checks the account at the network now and shows the findings with what to do about each. */
export function CheckButton(props: { workspace: string; accountId: string; handle: string }) {
  const { workspace, accountId, handle } = props;
  const t = useTranslations("accounts");
  const [state, check, isPending] = useFormAction(checkAccountAction, before);
  return (
    <form action={check} className="contents">
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="accountId" value={accountId} />
      <SubmitButton variant="quiet" isPending={isPending} pendingLabel={t("checking")}>
        {t("check")}
        <span className="sr-only"> {handle}</span>
      </SubmitButton>
      <span className="order-last w-full max-w-[56ch] empty:hidden">
        <FormOutcome state={state} />
        {state.findings ? <Findings findings={state.findings} handle={handle} /> : null}
      </span>
    </form>
  );
}
