import { workKey } from "../dead-letters/job-words.ts";
import { textOr } from "../i18n/text-or.ts";
import type { TranslateKnown } from "../i18n/translator.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";
import type { NotificationSubject } from "./notification.ts";

/** Returns a sentence such as "Bluesky, @ada: we could not find out whether this was posted." */
export function notificationSentence(
  { notification, account, delivery, handler }: NotificationSubject,
  networks: NetworkRegistry,
  tell: TranslateKnown,
): string {
  const { part = 1, partCount = 1 } = delivery ?? {};
  const values = {
    network: account ? (networks.find(account.network)?.label ?? account.network) : "",
    handle: account ? `@${account.handle}` : "",
    before: part - 1,
    part,
    count: partCount,
    work: handler ? tell(workKey(handler)) : "",
  };
  const kinds = "notifications.kinds";
  return textOr(tell, `${kinds}.${notification.kind}`, values, `${kinds}.without-text`);
}
