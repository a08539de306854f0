"use client";

import { useFormatter, useTranslations } from "next-intl";

import type { OpenInvitation } from "#lib/workspaces/list-invitations";

import { withdrawInvitationAction } from "../../../_actions/workspaces.ts";
import { FormOutcome } from "../../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../../_components/primitives/use-form-action.ts";

export function InvitationRow({
  workspace,
  invitation,
}: {
  workspace: string;
  invitation: OpenInvitation;
}) {
  const t = useTranslations("settings");
  const roles = useTranslations("roles");
  const format = useFormatter();
  const [state, submit, isPending] = useFormAction(withdrawInvitationAction, { typed: {} });
  const who = invitation.email ?? t("anyone");
  const until = format.dateTime(invitation.expiresAt, { dateStyle: "medium", timeStyle: "short" });
  return (
    <li className="grid items-center gap-2 border-b border-line py-3 last:border-b-0 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <b className="font-semibold wrap-anywhere">{who}</b>
        <p className="text-small text-ink-2">
          {roles(`${invitation.role}.name`)} · {t("until", { date: until })}
        </p>
      </div>
      <form action={submit} className="grid gap-2">
        <input type="hidden" name="workspace" value={workspace} />
        <FormOutcome state={state} />
        <input type="hidden" name="invitationId" value={invitation.id} />
        <SubmitButton variant="outline" isPending={isPending} aria-label={t("withdrawOf", { who })}>
          {t("withdraw")}
        </SubmitButton>
      </form>
    </li>
  );
}
