import { expect, test } from "vitest";

import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { resolveDelivery } from "#lib/deliveries/resolve-delivery";
import { runEventHandlers } from "#lib/event-handlers";
import { record } from "#lib/events/record";
import { openMail } from "#lib/mail/open-mail";
import { sendDigests } from "#lib/notifications/send-digests";
import { changeProfile } from "#lib/workspaces/change-profile";
import { removeMember } from "#lib/workspaces/remove-member";

import { haveMailServer } from "../mail/mail-server.ts";
import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveDeadLetter } from "../support/have-dead-letter.ts";
import { haveMember } from "../support/have-member.ts";
import { haveScheduled } from "../support/have-post.ts";
import { park } from "../support/park.ts";

test("a post in doubt is an e-mail within a minute, in the person's language, with the way to it", async () => {
  const { ctx, server } = await aPostOffice();
  await haveMember(ctx, { name: "bea", locale: "nl" });
  const deliveryId = await parked(ctx, "Wol voor de winter");
  await runEventHandlers(ctx);
  expect(await sendDigests(ctx)).toBe(0);
  ctx.clock.pass({ seconds: 31 });
  expect(await sendDigests(ctx)).toBe(1);
  const [digest] = server.received;
  expect(digest).toMatchObject({
    subject: "Fake, @ada.example: we konden niet nagaan of een bericht er staat. Kijk je even?",
    to: { text: "bea@example.org" },
  });
  expect(digest?.text).toContain("Wol voor de winter");
  expect(digest?.text).toContain(`https://shout.example.org/noorderwol/deliveries/${deliveryId}`);
  expect(digest?.text).toContain("https://shout.example.org/noorderwol/settings");
  expect(await sendDigests(ctx)).toBe(0);
});

test("work that was given up is one e-mail, however much of it, with the way to try it again", async () => {
  const { ctx, server } = await aPostOffice();
  await haveMember(ctx, { name: "bea", locale: "nl" });
  const gone = { postId: "post", accountId: "account", reason: "invalid" };
  for (let one = 1; one < 20; one += 1)
    await ctx.transact((tx) => record(tx, ctx, "delivery.failed", `gone-${one}`, gone));
  await haveDeadLetter(ctx);
  ctx.clock.pass({ seconds: 31 });
  expect(await sendDigests(ctx)).toBe(1);
  const [{ subject = "", text = "" } = {}] = server.received;
  expect(subject).toBe("20 dingen wachten op jou");
  expect(text.split("wordt niet meer geprobeerd")).toHaveLength(2);
  expect(text).toContain("(20 keer)");
  expect(text).toContain("https://shout.example.org/noorderwol/needs-you");
});

test("a burst is one e-mail a person, not one a post", async () => {
  const { ctx, server } = await aPostOffice();
  await haveMember(ctx, { name: "bea" });
  await haveMember(ctx, { name: "cor", role: "manager" });
  for (let post = 1; post <= 5; post += 1) {
    await parked(ctx, `Post ${post}`);
    await runEventHandlers(ctx);
    ctx.clock.pass({ seconds: 7 });
  }
  expect(await sendDigests(ctx)).toBe(2);
  expect(server.received.map(({ subject }) => subject)).toEqual([
    "5 things need you",
    "5 things need you",
  ]);
  expect(server.received[0]?.text).toContain("Post 5");
  ctx.clock.pass({ minutes: 10 });
  expect(await sendDigests(ctx)).toBe(0);
});

test("no e-mail about what was settled meanwhile, nor to who wants none", async () => {
  const { ctx, server } = await aPostOffice();
  const bea = await haveMember(ctx, { name: "bea" });
  await haveMember(ctx, { name: "cor", wantsMail: false });
  const deliveryId = await parked(ctx, "Settled");
  await runEventHandlers(ctx);
  await resolveDelivery(ctx, { deliveryId, answer: "leave-out" });
  await runEventHandlers(ctx);
  await parked(ctx, "Too late to say no");
  await runEventHandlers(ctx);
  await changeProfile(ctx, bea.actor.id, { wantsMail: false });
  ctx.clock.pass({ minutes: 1 });
  expect(await sendDigests(ctx)).toBe(0);
  ctx.clock.pass({ minutes: 10 });
  expect(await sendDigests(ctx)).toBe(0);
  expect(server.received).toEqual([]);
});

test("no e-mail to who is no member any more", async () => {
  const { ctx, server } = await aPostOffice();
  const bea = await haveMember(ctx, { name: "bea" });
  await parked(ctx, "Not for strangers");
  await runEventHandlers(ctx);
  await removeMember(ctx, { userId: bea.actor.id });
  ctx.clock.pass({ minutes: 1 });
  expect(await sendDigests(ctx)).toBe(0);
  ctx.clock.pass({ minutes: 10 });
  expect(await sendDigests(ctx)).toBe(0);
  expect(server.received).toEqual([]);
});

test("what the mail server does not take is tried again, ever less often, and given up in the end", async () => {
  const { ctx, server } = await aPostOffice();
  await haveMember(ctx, { name: "bea" });
  await parked(ctx, "Patience");
  await runEventHandlers(ctx);
  server.isRefusing = true;
  ctx.clock.pass({ seconds: 31 });
  expect(await sendDigests(ctx)).toBe(0);
  expect(await sendDigests(ctx)).toBe(0);
  server.isRefusing = false;
  ctx.clock.pass({ seconds: 61 });
  expect(await sendDigests(ctx)).toBe(1);
  expect(server.received).toHaveLength(1);
});

test("a mail server that never takes it is asked twelve times over most of a day, and no more", async () => {
  const { ctx } = await aPostOffice();
  await haveMember(ctx, { name: "bea" });
  await parked(ctx, "Never");
  await runEventHandlers(ctx);
  const tries: number[] = [];
  const send = async () => {
    tries.push(ctx.clock.now().getTime());
    throw new Error("451 Try again later.");
  };
  const refusing = { ...ctx, mail: { publicUrl: "", send } };
  for (let minute = 0; minute < 48 * 60; minute += 1) {
    ctx.clock.pass({ minutes: 1 });
    await sendDigests(refusing);
  }
  const waits = tries.slice(1).map((at, index) => (at - (tries[index] ?? 0)) / 60_000);
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240]);
});

test("a process that dies while it sends leaves the e-mail to the next", async () => {
  const { ctx, server } = await aPostOffice();
  await haveMember(ctx, { name: "bea" });
  await parked(ctx, "Killed");
  await runEventHandlers(ctx);
  ctx.clock.pass({ seconds: 31 });
  const sending = Promise.withResolvers<void>();
  const send = () => {
    sending.resolve();
    return new Promise<void>(() => {});
  };
  void sendDigests({ ...ctx, mail: { ...ctx.mail, publicUrl: "", send } });
  await sending.promise;
  expect(await sendDigests(ctx)).toBe(0);
  ctx.clock.pass({ minutes: 6 });
  expect(await sendDigests(ctx)).toBe(1);
  expect(server.received).toHaveLength(1);
});

test("without a mail server nothing waits to be sent", async () => {
  fakeNetwork({ outcome: { kind: "listing" } });
  const ctx = await haveWorkspace();
  await haveMember(ctx);
  await parked(ctx, "Nobody to carry it");
  await runEventHandlers(ctx);
  expect(await sendDigests(ctx)).toBe(0);
});

async function aPostOffice() {
  fakeNetwork({ outcome: { kind: "listing" } });
  const server = await haveMailServer();
  const mail = openMail({
    mail: { server: server.url, from: "Shoutloop <posts@example.org>" },
    publicUrl: "https://shout.example.org",
  });
  const ctx = await haveWorkspace(mail ? { mail } : {});
  return { ctx: Object.assign(ctx, { mail }), server };
}

async function parked(ctx: TestContext, text: string): Promise<string> {
  const account = await haveAccount(ctx);
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: [text] });
  const [delivery] = await listDeliveries(ctx, { postIds: [postId] });
  await park(ctx, delivery?.id ?? "");
  return delivery?.id ?? "";
}
