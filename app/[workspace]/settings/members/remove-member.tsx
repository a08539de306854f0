"use client";

import { useTranslations } from "next-intl";

import type { Member } from "#lib/workspaces/list-members";

import { removeMemberAction } from "../../../_actions/workspaces.ts";
import { FormOutcome } from "../../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../../_components/primitives/use-form-action.ts";

/** Asks for confirmation before removing, also before scripts have loaded. */
export function RemoveMember({
  workspace,
  member,
  isSelf,
}: {
  workspace: string;
  member: Member;
  isSelf: boolean;
}) {
  const t = useTranslations("settings");
  const [state, submit, isPending] = useFormAction(removeMemberAction, { typed: {} });
  const { name } = member;
  return (
    <details open={Boolean(state.refusal)}>
      <summary className="w-fit cursor-pointer py-1 text-ink-2">
        {t("remove")}
        <span className="sr-only"> {name}</span>
      </summary>
      <form action={submit} className="grid max-w-[320px] gap-2 py-2">
        <input type="hidden" name="workspace" value={workspace} />
        <FormOutcome state={state} />
        <p>{isSelf ? t("removeYourself") : t("removeText", { name })}</p>
        <input type="hidden" name="userId" value={member.userId} />
        <div>
          <SubmitButton variant="danger" isPending={isPending}>
            {t("removeNow", { name })}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
