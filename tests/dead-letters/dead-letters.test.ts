import { expect, test } from "vitest";

import type { Tx } from "#lib/db/store";
import { countDeadLetters } from "#lib/dead-letters/count-dead-letters";
import { afterKey, workKey } from "#lib/dead-letters/job-words";
import { listOpenJobs } from "#lib/dead-letters/list-open-jobs";
import { recordDeadLetter } from "#lib/dead-letters/record-dead-letter";
import { retryDeadLetter } from "#lib/dead-letters/retry-dead-letter";
import { runEventHandlers } from "#lib/event-handlers";
import { handlersByType } from "#lib/events/handlers";
import { record } from "#lib/events/record";
import { locales } from "#lib/i18n/locale";
import { translatorFor } from "#lib/i18n/translator";
import type { Job } from "#lib/jobs/job";
import { findJob } from "#lib/jobs/repository";
import { runJobs } from "#lib/jobs/run-jobs";
import { countUnread } from "#lib/notifications/count-unread";
import { listNotifications } from "#lib/notifications/list-notifications";
import { placeOf } from "#lib/notifications/notification";
import { notificationSentence } from "#lib/notifications/notification-sentence";

import type { TestContext } from "../support/context.ts";
import { eventTypesOf } from "../support/event-types.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveDeadLetter } from "../support/have-dead-letter.ts";
import { haveMember } from "../support/have-member.ts";

test("what was given up is listed with what it was about, and counted, also for viewers", async () => {
  const ctx = await haveWorkspace();
  const viewer = await haveMember(ctx, { role: "viewer" });
  await haveDeadLetter(ctx);
  expect(await countDeadLetters(viewer)).toBe(1);
  expect(await listOpenJobs(viewer, { isDead: true })).toMatchObject([
    {
      job: { handler: "notify", attempts: 8, lastError: expect.stringContaining("NotFound") },
      event: { type: "delivery.failed", subjectId: "gone" },
    },
  ]);
  expect(await listOpenJobs(viewer, { isDead: false })).toEqual([]);
});

test("what waits for its turn is no dead letter", async () => {
  const ctx = await haveWorkspace();
  await ctx.transact((tx) => record(tx, ctx, "post.deleted", "post", { text: "" }));
  expect(await countDeadLetters(ctx)).toBe(0);
  expect(await listOpenJobs(ctx, { isDead: true })).toEqual([]);
  expect(await listOpenJobs(ctx, { isDead: false })).toMatchObject([
    { job: { handler: "reopen-shout-out", attempts: 0 } },
  ]);
});

test("an editor has it tried again: mended meanwhile, it is done; its history says who asked", async () => {
  const ctx = await haveWorkspace();
  const editor = await haveMember(ctx, { role: "editor" });
  await ctx.transact((tx) => record(tx, ctx, "post.deleted", "post", { text: "" }));
  const jobId = await giveUp(ctx);
  expect(await retryDeadLetter(editor, { jobId })).toEqual({ ok: true, value: { jobId } });
  expect(await countDeadLetters(ctx)).toBe(0);
  expect(await eventTypesOf(ctx, jobId)).toEqual(["job.retried"]);
  await runEventHandlers(ctx);
  expect(await listOpenJobs(ctx, { isDead: false })).toEqual([]);
});

test("still broken, it gets its tries anew and comes back", async () => {
  const ctx = await haveWorkspace();
  const jobId = await haveDeadLetter(ctx);
  await retryDeadLetter(ctx, { jobId });
  await runEventHandlers(ctx);
  expect(await listOpenJobs(ctx, { isDead: false })).toMatchObject([{ job: { attempts: 1 } }]);
  for (let attempt = 1; attempt < 8; attempt += 1) {
    ctx.clock.pass({ minutes: 59 });
    await runEventHandlers(ctx);
  }
  expect(await countDeadLetters(ctx)).toBe(1);
});

test("two who press at once have it tried once", async () => {
  const ctx = await haveWorkspace();
  const jobId = await haveDeadLetter(ctx);
  const both = [retryDeadLetter(ctx, { jobId }), retryDeadLetter(ctx, { jobId })];
  expect((await Promise.all(both)).map(({ ok }) => ok)).toEqual([true, true]);
  expect(await eventTypesOf(ctx, jobId)).toEqual(["job.retried", "job.given-up"]);
});

test("a viewer has nothing tried again", async () => {
  const ctx = await haveWorkspace();
  const viewer = await haveMember(ctx, { role: "viewer" });
  const jobId = await haveDeadLetter(ctx);
  await expect(retryDeadLetter(viewer, { jobId })).rejects.toThrow("editor");
  expect(await countDeadLetters(ctx)).toBe(1);
});

test("another workspace sees nothing of it and can do nothing with it", async () => {
  const ctx = await haveWorkspace();
  const jobId = await haveDeadLetter(ctx);
  const other = { ...ctx, workspaceId: "workspace-2" };
  expect(await countDeadLetters(other)).toBe(0);
  expect(await listOpenJobs(other, { isDead: true })).toEqual([]);
  await expect(retryDeadLetter(other, { jobId })).rejects.toMatchObject({ name: "NotFound" });
  await expect(retryDeadLetter(ctx, { jobId: "nothing" })).rejects.toMatchObject({
    name: "NotFound",
  });
});

test("the other handlers of the event are done although one never works", async () => {
  fakeNetwork({});
  const ctx = await haveWorkspace();
  const editor = await haveMember(ctx, { role: "editor" });
  await ctx.transact(async (tx) => {
    // Nobody knows how this one is done any more; the one after it is as ever.
    await record(tx, ctx, "delivery.failed", "gone", {
      postId: "post",
      accountId: "account",
      reason: "invalid",
    });
    await record(tx, ctx, "safe-mode.entered", "safe-mode", { since: "", deliveries: 1 });
  });
  expect(await runEventHandlers(ctx)).toBe(1);
  expect(await listNotifications(editor)).toMatchObject([{ notification: { kind: "safe-mode" } }]);
});

test("whoever may act is told of it once; had tried again it is settled, and given up anew told anew", async () => {
  const ctx = await haveWorkspace();
  const [editor, viewer] = [
    await haveMember(ctx),
    await haveMember(ctx, { name: "bea", role: "viewer" }),
  ];
  const jobId = await haveDeadLetter(ctx);
  await runEventHandlers(ctx);
  await runEventHandlers(ctx);
  expect(await listNotifications(viewer)).toEqual([]);
  const [told, ...more] = await listNotifications(editor);
  expect(more).toEqual([]);
  expect(told).toMatchObject({
    notification: { kind: "dead-letter", readAt: null },
    handler: "notify",
  });
  expect(told && placeOf(told.notification)).toBe("needs-you");
  expect(told && notificationSentence(told, ctx.networks, translatorFor("en"))).toContain(
    "Telling people that something needs them",
  );
  await retryDeadLetter(editor, { jobId });
  await runEventHandlers(ctx);
  expect(await countUnread(editor)).toBe(0);
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    ctx.clock.pass({ minutes: 64 });
    await runEventHandlers(ctx);
  }
  expect(await countUnread(editor)).toBe(1);
  expect(await listNotifications(editor)).toHaveLength(2);
  expect(await eventTypesOf(ctx, jobId)).toEqual(["job.given-up", "job.retried", "job.given-up"]);
});

test("had tried again before anybody could be told, nobody is told", async () => {
  const ctx = await haveWorkspace();
  const editor = await haveMember(ctx);
  await ctx.transact((tx) => record(tx, ctx, "post.deleted", "post", { text: "" }));
  const jobId = await giveUp(ctx);
  const job = await findJob(ctx.db, ctx.workspaceId, jobId);
  await ctx.transact((tx) => recordDeadLetter(tx, ctx, job as Job));
  await retryDeadLetter(ctx, { jobId });
  await runEventHandlers(ctx);
  expect(await listNotifications(editor)).toEqual([]);
});

test("the other handlers of the same event are done, and where no telling works nothing goes round", async () => {
  const ctx = await haveWorkspace();
  const ids = { postId: "post", accountId: "account" };
  await ctx.transact((tx) => record(tx, ctx, "delivery.published", "gone", { ...ids, url: "" }));
  const done: string[] = [];
  const perform = async ({ handler, eventType }: Job) => {
    if (handler === "record-recognition" || eventType === "job.given-up") throw new Error("No.");
    done.push(handler);
  };
  const onDead = (tx: Tx, job: Job) => recordDeadLetter(tx, ctx, job);
  for (let round = 0; round < 40; round += 1) {
    await runJobs(ctx, { perform, onDead });
    ctx.clock.pass({ minutes: 64 });
  }
  expect(done.toSorted()).toEqual(["collect-soon", "settle-notifications"]);
  expect((await listOpenJobs(ctx, { isDead: true })).map(({ job }) => job.handler)).toEqual([
    "record-recognition",
    "notify",
  ]);
  expect(await listOpenJobs(ctx, { isDead: false })).toEqual([]);
});

test("every handler and every event has its words in every language", () => {
  for (const locale of locales) {
    const tell = translatorFor(locale);
    for (const [type, handlers] of Object.entries(handlersByType)) {
      expect(tell(afterKey(type), { count: 2 })).not.toContain("jobs.");
      for (const handler of handlers) expect(tell(workKey(handler))).not.toContain("jobs.");
    }
  }
  expect(workKey("of-tomorrow")).toBe("jobs.handlers.other");
  expect(afterKey("moon.landed")).toBe("jobs.after.other");
});

/** As if the one job that waits had failed so often. */
async function giveUp(ctx: TestContext): Promise<string> {
  const fail = () => Promise.reject(new Error("No."));
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await runJobs(ctx, { perform: fail, onDead: async () => {} });
    ctx.clock.pass({ minutes: 59 });
  }
  const [dead] = await listOpenJobs(ctx, { isDead: true });
  return dead?.job.id ?? "";
}
