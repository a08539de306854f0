import { createTransport } from "nodemailer";

import type { Email, Mail } from "../kernel/ports.ts";

export interface MailSettings {
  /** `smtp://` or `smtps://` URL, with user and password if the server requires them. */
  readonly server: string;
  /** `address` or `Name <address>`. */
  readonly from: string;
}

const timeoutMs = 20_000;

/** Opens the connection to the operator's mail server; undefined if none is configured. */
export function openMail({
  mail,
  publicUrl,
}: {
  readonly mail: MailSettings | undefined;
  readonly publicUrl: string;
}): Mail | undefined {
  if (!mail) return undefined;
  const timeouts = {
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  };
  const transport = createTransport({ url: mail.server, ...timeouts }, { from: mail.from });
  const host = URL.parse(publicUrl)?.hostname ?? "shoutloop";
  return {
    publicUrl,
    async send({ id, to, subject, text, isPersonal = false }: Email) {
      await transport.sendMail({
        to,
        subject,
        text,
        messageId: `<${id}@${host}>`,
        // Prevents automatic replies, such as out-of-office messages, to automatic e-mails.
        ...(isPersonal ? {} : { headers: { "auto-submitted": "auto-generated" } }),
      });
    },
  };
}
