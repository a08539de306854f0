import { createTransport } from "nodemailer";

import type { Email, Mail } from "../kernel/ports.ts";

export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly server: string;
  /** An address, or `Name <address>`. */
  readonly from: string;
}

const timeoutMs = 20_000;

/** The way out for e-mail, if the operator named a mail server. */
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
        // Nobody wants an out-of-office answer to what a machine wrote; a letter of a person may have one.
        ...(isPersonal ? {} : { headers: { "auto-submitted": "auto-generated" } }),
      });
    },
  };
}
