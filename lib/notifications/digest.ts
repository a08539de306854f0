import { translatorFor, type TranslateKnown } from "../i18n/translator.ts";
import { shortenToSigns } from "../kernel/cut-text.ts";
import type { Email } from "../kernel/ports.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";
import type { Addressee } from "./digest-repository.ts";
import { notificationSentence } from "./notification-sentence.ts";
import { placeOf, type NotificationSubject } from "./notification.ts";

interface Envelope {
  readonly addressee: Pick<Addressee, "locale" | "timeZone">;
  /** Name and slug of each workspace, by its id. */
  readonly names: ReadonlyMap<string, { readonly slug: string; readonly name: string }>;
  readonly publicUrl: string;
  readonly networks: NetworkRegistry;
}

const longestText = 140;

/**
 * Returns a plain-text e-mail: the notifications grouped by workspace, each with a link to where it can be
 * settled.
 */
export function renderDigest(
  subjects: readonly NotificationSubject[],
  { addressee, names, publicUrl, networks }: Envelope,
): Pick<Email, "subject" | "text"> {
  const tell = translatorFor(addressee.locale, addressee.timeZone);
  const [first] = subjects;
  const parts = [...names].flatMap(([workspaceId, { slug, name }]) => {
    const own = subjects.filter(({ notification }) => notification.workspaceId === workspaceId);
    const base = `${publicUrl}/${slug}`;
    const lines = own.map((subject) => entryOf(subject, { base, networks, tell }));
    return own.length > 0
      ? [[name, ...counted(lines, tell), footOf(base, own.length, tell)].join("\n\n")]
      : [];
  });
  const subject =
    subjects.length === 1 && first
      ? notificationSentence(first, networks, tell)
      : tell("notifications.mail.subject", { count: subjects.length });
  return { subject, text: `${parts.join("\n\n\n")}\n` };
}

function entryOf(
  subject: NotificationSubject,
  { base, networks, tell }: { base: string; networks: NetworkRegistry; tell: TranslateKnown },
): string {
  const { notification, delivery } = subject;
  const planned =
    delivery &&
    tell("notifications.mail.post", { when: delivery.plannedAt, text: shortened(delivery.text) });
  const lines = [
    notificationSentence(subject, networks, tell),
    planned,
    `${base}/${placeOf(notification)}`,
  ];
  return lines.filter(Boolean).join("\n");
}

/**
 * Merges identical lines and adds their number, because one fault can cause a hundred notifications at once.
 */
function counted(lines: readonly string[], tell: TranslateKnown): string[] {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].map(([line, count]) =>
    count > 1 ? `${line}\n${tell("notifications.mail.times", { count })}` : line,
  );
}

function footOf(base: string, count: number, tell: TranslateKnown): string {
  const all = count > 1 ? `${tell("notifications.mail.all")} ${base}/needs-you\n` : "";
  return `${all}${tell("notifications.mail.why")} ${base}/settings`;
}

function shortened(text: string): string {
  return shortenToSigns(text.replace(/\s+/g, " ").trim(), longestText);
}
