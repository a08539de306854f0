import { once } from "node:events";
import type { AddressInfo } from "node:net";

import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

export interface MailServer {
  /** As SMTP_URL. */
  readonly url: string;
  readonly received: ParsedMail[];
  /** While true nothing is taken: it answers 451. */
  isRefusing: boolean;
}

/** A mail server on this machine that keeps what it is given, until the test ends. */
export async function haveMailServer(): Promise<MailServer> {
  const mails: { received: ParsedMail[]; isRefusing: boolean } = {
    received: [],
    isRefusing: false,
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onAuth: ({ username, password }, _session, done) =>
      username === "ada" && password === "wol"
        ? done(null, { user: username })
        : done(new Error("Wrong user or password.")),
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        if (mails.isRefusing)
          return done(Object.assign(new Error("Later."), { responseCode: 451 }));
        mails.received.push(mail);
        return done();
      }, done);
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)));
  // The library's types do not say that the socket server is there.
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(mails, { url: `smtp://127.0.0.1:${port}` });
}
