"use client";

import { type ReactNode } from "react";

import { resumeSendingAction, stopSendingAction } from "../../_actions/sending.ts";
import { FormOutcome } from "../primitives/form-outcome.tsx";
import { SubmitButton } from "../primitives/submit-button.tsx";
import { useFormAction } from "../primitives/use-form-action.ts";

/** Button that stops or resumes sending at once; each action is undone by the other. */
export function SendingButton({
  workspace,
  scope,
  isStopped,
  children,
}: {
  workspace: string;
  scope: "workspace" | "installation";
  isStopped: boolean;
  children: ReactNode;
}) {
  const action = isStopped ? resumeSendingAction : stopSendingAction;
  const [state, submit, isPending] = useFormAction(action, { typed: {} });
  return (
    <form action={submit}>
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="scope" value={scope} />
      <SubmitButton variant={isStopped ? "ink" : "outline"} isPending={isPending}>
        {children}
      </SubmitButton>
      <FormOutcome state={state} />
    </form>
  );
}
