import { getTranslations } from "next-intl/server";

import { viewMembers } from "#lib/views/members";

import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { Section } from "../../../_components/primitives/section.tsx";
import { SettingsHead } from "../settings-head.tsx";
import { InvitationRow } from "./invitation-row.tsx";
import { InviteForm } from "./invite-form.tsx";
import { MemberRow } from "./member-row.tsx";

export { generateMetadata } from "../page.tsx";

/** Lists the members. Owners can invite, remove and change roles. */
export default async function MembersPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const t = await getTranslations("settings");
  const { isOwner, members, invitations } = await viewMembers(ctx);
  const lead = t.rich("leadMembers", {
    count: members.length,
    workspace: ctx.workspace.name,
    b: (part) => <b>{part}</b>,
  });
  return (
    <>
      <SettingsHead workspace={workspace} current="members" lead={lead} />
      <Section title={t("memberList")}>
        {isOwner ? null : <p className="mb-3 text-ink-2">{t("ownersOnly")}</p>}
        <ul className="grid max-w-[720px]">
          {members.map((member) => (
            <MemberRow
              key={member.userId}
              {...{ workspace, member, isOwner }}
              isSelf={member.userId === ctx.user.id}
            />
          ))}
        </ul>
      </Section>
      {isOwner ? (
        <>
          <Section title={t("inviteTitle")}>
            <InviteForm workspace={workspace} />
          </Section>
          <Section title={t("invitations")}>
            {invitations.length === 0 ? <p className="text-ink-2">{t("noInvitations")}</p> : null}
            <ul className="grid max-w-[720px]">
              {invitations.map((invitation) => (
                <InvitationRow key={invitation.id} {...{ workspace, invitation }} />
              ))}
            </ul>
          </Section>
        </>
      ) : null}
    </>
  );
}
