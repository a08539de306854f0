"use client";

import { useTranslations } from "next-intl";

import { pauseAccountAction, resumeAccountAction } from "../../_actions/sending.ts";
import { FormOutcome } from "../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../_components/primitives/use-form-action.ts";

const labels: Readonly<Record<string, string>> = {
  paused: "resume",
  out_of_credit: "creditAgain",
};

/** Pauses or resumes the deliveries of an account; each action is undone by the other. */
export function PauseButton({
  workspace,
  accountId,
  handle,
  state,
}: {
  workspace: string;
  accountId: string;
  handle: string;
  state: string;
}) {
  const t = useTranslations("accounts");
  const isBlocked = state === "paused" || state === "out_of_credit";
  const action = isBlocked ? resumeAccountAction : pauseAccountAction;
  const [outcome, submit, isPending] = useFormAction(action, { typed: {} });
  if (!isBlocked && state !== "active") return null;
  return (
    <form action={submit}>
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="accountId" value={accountId} />
      <SubmitButton variant={isBlocked ? "ink" : "quiet"} isPending={isPending}>
        {t(labels[state] ?? "pause")}
        <span className="sr-only"> {handle}</span>
      </SubmitButton>
      <FormOutcome state={outcome} />
    </form>
  );
}
