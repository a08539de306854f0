import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { listNotifications } from "#lib/notifications/list-notifications";

import { signedInContext } from "../../_actions/signed-in-context.ts";
import { EmptyState } from "../../_components/primitives/empty-state.tsx";
import { PageHead } from "../../_components/primitives/page-head.tsx";
import { Part } from "../../_components/primitives/section.tsx";
import { MarkRead } from "./mark-read.tsx";
import { NotificationRow } from "./notification-row.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("title") };
}

/** Lists the user's notifications, newest first. What a colleague resolved counts as read. */
export default async function NotificationsPage({
  params,
}: {
  params: Promise<{ workspace: string }>;
}) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const t = await getTranslations("notifications");
  const told = await listNotifications(ctx);
  const unread = told.filter(({ notification }) => notification.readAt === null).length;
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t.rich("lead", { unread, b: (part) => <b>{part}</b> })}
        actions={unread > 0 ? <MarkRead workspace={workspace} /> : null}
      />
      <Part>
        {told.length === 0 ? <EmptyState>{t("none")}</EmptyState> : null}
        <ul>
          {told.map((subject) => (
            <NotificationRow
              key={subject.notification.id}
              workspace={workspace}
              subject={subject}
              timeZone={ctx.workspace.timeZone}
            />
          ))}
        </ul>
      </Part>
    </>
  );
}
