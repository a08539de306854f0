"use client";

import { type FormEvent } from "react";

import { ok, refused } from "#lib/kernel/result";

import { retryJobAction } from "../../_actions/jobs.ts";
import { useAct } from "../../_components/delivery/use-act.ts";
import { FormOutcome } from "../../_components/primitives/form-outcome.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";
import { showToast } from "../../_components/primitives/toast.tsx";
import { useFormAction } from "../../_components/primitives/use-form-action.ts";

/** `about` distinguishes the buttons for screen readers. Works without script too. */
export function RetryJob({
  workspace,
  jobId,
  label,
  about,
  done,
}: {
  workspace: string;
  jobId: string;
  label: string;
  about: string;
  done: string;
}) {
  const [state, submit] = useFormAction(retryJobAction, { typed: {} });
  const { isPending, problem, act } = useAct();
  function retry(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    act(
      async () => {
        const after = await retryJobAction({ typed: {} }, form);
        if (after.isDone) return ok(null);
        return refused(after.refusal ?? "invalid-input", after.detail ?? {});
      },
      () => {
        showToast(done);
        // The box that had the focus was removed.
        document.querySelector<HTMLElement>("#main")?.focus({ preventScroll: true });
      },
    );
  }
  return (
    <form action={submit} onSubmit={retry} className="grid justify-items-start gap-2">
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="jobId" value={jobId} />
      <SubmitButton variant="outline" isPending={isPending}>
        {label}
        <span className="sr-only">: {about}</span>
      </SubmitButton>
      <FormOutcome state={state} />
      <Notice tone="danger">{problem}</Notice>
    </form>
  );
}
