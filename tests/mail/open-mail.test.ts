import { expect, test } from "vitest";

import { openMail } from "#lib/mail/open-mail";

import { haveMailServer } from "./mail-server.ts";

const email = {
  id: "email-1",
  to: "bea@example.org",
  subject: "Twee dingen wachten op jou",
  text: "Een crème brûlée, 日本 en 🧶.\n",
};
const publicUrl = "https://shoutloop.example.org";

test("an e-mail arrives as plain text, from whom the operator said, with an id that stays", async () => {
  const server = await haveMailServer();
  const mail = openMail({ mail: settings(server.url), publicUrl });
  await mail?.send(email);
  expect(server.received).toMatchObject([
    {
      subject: email.subject,
      text: email.text,
      html: false,
      messageId: "<email-1@shoutloop.example.org>",
      from: { text: '"Shoutloop" <posts@example.org>' },
      to: { text: email.to },
    },
  ]);
  expect(server.received[0]?.headers.get("auto-submitted")).toBe("auto-generated");
  await mail?.send({ ...email, isPersonal: true });
  expect(server.received[1]?.headers.has("auto-submitted")).toBe(false);
});

test("signs in where the address has a user, and throws where the server does not want it", async () => {
  const server = await haveMailServer();
  const as = (who: string) =>
    openMail({ mail: settings(server.url.replace("//", `//${who}@`)), publicUrl });
  await as("ada:wol")?.send(email);
  await expect(as("ada:wrong")?.send(email)).rejects.toThrow();
  server.isRefusing = true;
  await expect(as("ada:wol")?.send(email)).rejects.toThrow("451");
  expect(server.received).toHaveLength(1);
});

test("without a mail server nothing can be sent", () => {
  expect(openMail({ mail: undefined, publicUrl })).toBeUndefined();
});

function settings(server: string) {
  return { server, from: "Shoutloop <posts@example.org>" };
}
