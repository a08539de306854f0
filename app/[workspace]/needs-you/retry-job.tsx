"use client";

import { useActionState } from "react";

import { retryJobAction } from "../../_actions/jobs.ts";
import { FormOutcome } from "../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";

/** `about` tells one button from another where they are read aloud. */
export function RetryJob({
  workspace,
  jobId,
  label,
  about,
}: {
  workspace: string;
  jobId: string;
  label: string;
  about: string;
}) {
  const [state, submit, isPending] = useActionState(retryJobAction, { typed: {} });
  return (
    <form action={submit}>
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="jobId" value={jobId} />
      <SubmitButton variant="outline" isPending={isPending}>
        {label}
        <span className="sr-only">: {about}</span>
      </SubmitButton>
      <FormOutcome state={state} />
    </form>
  );
}
