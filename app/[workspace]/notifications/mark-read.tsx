"use client";

import { useTranslations } from "next-intl";

import { markReadAction } from "../../_actions/notifications.ts";
import { FormOutcome } from "../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../_components/primitives/use-form-action.ts";

/** Marks the notification `id` as read; all notifications if `id` is absent. */
export function MarkRead({
  workspace,
  id,
  about,
}: {
  workspace: string;
  id?: string;
  about?: string;
}) {
  const t = useTranslations("notifications");
  const [state, submit, isPending] = useFormAction(markReadAction, { typed: {} });
  return (
    <form action={submit}>
      <input type="hidden" name="workspace" value={workspace} />
      {id ? <input type="hidden" name="id" value={id} /> : null}
      <SubmitButton variant={id ? "quiet" : "outline"} isPending={isPending}>
        {t(id ? "markOne" : "markAll")}
        {about ? <span className="sr-only">: {about}</span> : null}
      </SubmitButton>
      <FormOutcome state={state} />
    </form>
  );
}
