import { createTransport } from "nodemailer";

import type { Environment } from "../kernel/env.ts";
import type { Letter, Mail } from "../kernel/ports.ts";

const patienceMs = 20_000;

/** The way out for letters, if the operator named a mail server. */
export function openMail({
  mail,
  publicUrl,
}: Pick<Environment, "mail" | "publicUrl">): Mail | undefined {
  if (!mail) return undefined;
  const transport = createTransport(mail.server, {
    from: mail.from,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  const host = URL.parse(publicUrl)?.hostname ?? "shoutloop";
  return {
    publicUrl,
    async send({ id, to, subject, text }: Letter) {
      await transport.sendMail({
        to,
        subject,
        text,
        messageId: `<${id}@${host}>`,
        // Nobody wants an out-of-office answer to what a machine wrote.
        headers: { "auto-submitted": "auto-generated" },
      });
    },
  };
}
