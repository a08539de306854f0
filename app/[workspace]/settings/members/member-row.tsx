"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";

import type { Member } from "#lib/workspaces/list-members";

import { changeMemberRoleAction } from "../../../_actions/workspaces.ts";
import { Chip } from "../../../_components/primitives/chip.tsx";
import { Select } from "../../../_components/primitives/field.tsx";
import { FormOutcome } from "../../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../../_components/primitives/use-form-action.ts";
import { RemoveMember } from "./remove-member.tsx";
import { roleOptions } from "./role-options.ts";

interface Props {
  workspace: string;
  member: Member;
  isSelf: boolean;
  isOwner: boolean;
}

export function MemberRow({ workspace, member, isSelf, isOwner }: Props) {
  const t = useTranslations("settings");
  const roles = useTranslations("roles");
  const format = useFormatter();
  const since = format.dateTime(member.since, { dateStyle: "medium" });
  return (
    <li className="grid gap-2 border-b border-line py-3 last:border-b-0 sm:grid-cols-[1fr_auto] sm:gap-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <b className="font-semibold">
            <bdi>{member.name}</bdi>
          </b>
          {isSelf ? <Chip>{t("itsYou")}</Chip> : null}
        </p>
        <p className="text-small wrap-anywhere text-ink-2">
          {member.email} · {t("since", { date: since })}
        </p>
      </div>
      {isOwner ? (
        <div className="grid content-start gap-1">
          <RoleForm workspace={workspace} member={member} />
          <RemoveMember workspace={workspace} member={member} isSelf={isSelf} />
        </div>
      ) : (
        <p>{roles(`${member.role}.name`)}</p>
      )}
    </li>
  );
}

function RoleForm({ workspace, member }: Pick<Props, "workspace" | "member">) {
  const t = useTranslations("settings");
  const roles = useTranslations("roles");
  const id = useId();
  const [state, submit, isPending] = useFormAction(changeMemberRoleAction, { typed: {} });
  return (
    <form action={submit} className="grid gap-2">
      <input type="hidden" name="workspace" value={workspace} />
      <FormOutcome state={state} done={t("saved")} />
      <input type="hidden" name="from" value={member.role} />
      <input type="hidden" name="userId" value={member.userId} />
      <div className="flex flex-wrap gap-2">
        <label className="sr-only" htmlFor={id}>
          {t("roleOf", { name: member.name })}
        </label>
        <Select
          key={member.role}
          id={id}
          name="role"
          className="w-auto grow"
          defaultValue={member.role}
        >
          {roleOptions(roles).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        <SubmitButton
          variant="outline"
          isPending={isPending}
          aria-label={t("changeRoleOf", { name: member.name })}
        >
          {t("changeRole")}
        </SubmitButton>
      </div>
    </form>
  );
}
