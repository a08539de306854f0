import { useFormatter, useTranslations } from "next-intl";

import type { TranslateKnown } from "#lib/i18n/translator";
import { type NotificationSubject, placeOf } from "#lib/notifications/notification";
import { notificationSentence } from "#lib/notifications/notification-sentence";
import { currentRuntime } from "#lib/runtime/current";

import { NetworkIcon } from "../../_components/network-icon.tsx";
import { Chip } from "../../_components/primitives/chip.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";
import { MarkRead } from "./mark-read.tsx";

/** Shows a notification's time, sentence and post, with a link to where it can be resolved. */
export function NotificationRow({
  workspace,
  subject,
  timeZone,
}: {
  workspace: string;
  subject: NotificationSubject;
  timeZone: string;
}) {
  const t = useTranslations("notifications");
  const format = useFormatter();
  const { notification, account, delivery } = subject;
  const { id, createdAt, readAt } = notification;
  const sentence = notificationSentence(
    subject,
    currentRuntime().networks,
    useTranslations() as TranslateKnown,
  );
  return (
    <li
      className={`grid grid-cols-[143px_minmax(0,1fr)_auto] items-start gap-3 border-b py-3 text-read max-sm:grid-cols-[minmax(0,1fr)] max-sm:gap-1 ${readAt ? "" : "font-[550]"}`}
    >
      <time className="text-small font-normal text-ink-3" dateTime={createdAt.toISOString()}>
        {format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short", timeZone })}
      </time>
      <div className="min-w-0">
        <p className="[&>svg]:inline">
          {account ? <NetworkIcon network={account.network} /> : null}{" "}
          <TextLink isInline href={`/${workspace}/${placeOf(notification)}`}>
            {sentence}
          </TextLink>{" "}
          {readAt ? null : <Chip tone="ink">{t("unread")}</Chip>}
        </p>
        {delivery ? (
          <p className="truncate text-small font-normal text-ink-2">{delivery.text}</p>
        ) : null}
      </div>
      {readAt ? null : <MarkRead workspace={workspace} id={id} about={sentence} />}
    </li>
  );
}
