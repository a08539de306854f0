import { subscribeAccount } from "./accounts/subscribe-account.ts";
import { keepShoutOut } from "./advocacy/keep-shout-out.ts";
import { recordRecognition } from "./advocacy/record-recognition.ts";
import { reopenShoutOut } from "./advocacy/reopen-shout-out.ts";
import { listGivenUp, recordDeadLetter } from "./dead-letters/record-dead-letter.ts";
import { collectSoon } from "./engagement/collect-soon.ts";
import type { Event, EventDetails } from "./events/event.ts";
import type { HandledType, HandlerOf } from "./events/handlers.ts";
import { findEvent } from "./events/repository.ts";
import type { Job } from "./jobs/job.ts";
import { type JobWork, runJobs } from "./jobs/run-jobs.ts";
import { systemContext, type Context, type Runtime } from "./kernel/context.ts";
import { notifyOfAccount } from "./notifications/notify-of-account.ts";
import { notifyOfDeadLetter } from "./notifications/notify-of-dead-letter.ts";
import { notifyOfDelivery, notifyOfSlow } from "./notifications/notify-of-delivery.ts";
import { notify } from "./notifications/notify.ts";
import { settleNotifications } from "./notifications/settle-notifications.ts";
import { bringUpToDate } from "./projector/bring-up-to-date.ts";

interface Happened<Type extends HandledType> {
  readonly id: string;
  readonly subjectId: string;
  readonly detail: EventDetails[Type];
}

type Handler<Type extends HandledType> = (ctx: Context, event: Happened<Type>) => Promise<unknown>;

type Handlers = {
  readonly [Type in HandledType]: { readonly [Name in HandlerOf<Type>]: Handler<Type> };
};

/** All event handlers, by event type and handler name. Each handler can safely run twice for an event. */
const handlers: Handlers = {
  "account.connected": {
    "settle-notifications": settleAccount,
    "collect-soon": (ctx, { subjectId }) => collectSoon(ctx, [subjectId]),
    subscribe: (ctx, { subjectId }) => subscribeAccount(ctx, subjectId),
  },
  "account.needs-reconnect": { notify: tellOfAccount },
  "account.out-of-credit": { notify: tellOfAccount },
  "account.recovered": {
    "settle-notifications": settleAccount,
    subscribe: (ctx, { subjectId }) => subscribeAccount(ctx, subjectId),
  },
  "account.resumed": { "settle-notifications": settleAccount },
  "delivery.published": {
    "settle-notifications": settlePublished,
    "record-recognition": (ctx, { subjectId }) => recordRecognition(ctx, subjectId),
    "collect-soon": (ctx, { detail }) => collectSoon(ctx, [detail.accountId]),
  },
  "delivery.failed": { notify: tellOfDelivery },
  "delivery.needs-person": { notify: tellOfDelivery },
  "delivery.takes-long": { notify: (ctx, { id, subjectId }) => notifyOfSlow(ctx, subjectId, id) },
  "delivery.answered": { "settle-notifications": settleDelivery },
  "post.rescheduled": { "settle-notifications": settlePost },
  "post.unscheduled": { "settle-notifications": settlePost },
  "post.deleted": { "reopen-shout-out": (ctx, { subjectId }) => reopenShoutOut(ctx, subjectId) },
  "post.restored": { "keep-shout-out": (ctx, { subjectId }) => keepShoutOut(ctx, subjectId) },
  "safe-mode.entered": { notify: (ctx, { id }) => notify(ctx, { kind: "safe-mode", eventId: id }) },
  "job.given-up": { notify: (ctx, { id, subjectId }) => notifyOfDeadLetter(ctx, subjectId, id) },
  "job.retried": { "settle-notifications": settleDeadLetter },
};

type About = Pick<Event, "id" | "subjectId">;

function tellOfAccount(ctx: Context, { id, subjectId }: About) {
  return notifyOfAccount(ctx, subjectId, id);
}

function tellOfDelivery(ctx: Context, { id, subjectId }: About) {
  return notifyOfDelivery(ctx, subjectId, id);
}

/** Settles the notifications about the delivery; if only part of it was published, notifies of that. */
async function settlePublished(ctx: Context, event: Happened<"delivery.published">) {
  await settleDelivery(ctx, event);
  if (event.detail.reason) await tellOfDelivery(ctx, event);
}

function settleAccount(ctx: Context, { subjectId: accountId }: About) {
  return settleNotifications(ctx, { accountId });
}

function settleDelivery(ctx: Context, { subjectId: deliveryId }: About) {
  return settleNotifications(ctx, { deliveryId });
}

async function settleDeadLetter(ctx: Context, { subjectId: jobId }: About) {
  await settleNotifications(ctx, { eventIds: await listGivenUp(ctx, jobId) });
}

function settlePost(ctx: Context, { subjectId: postId }: About) {
  return settleNotifications(ctx, { postId });
}

/** Runs the jobs as `performJobs` does and then updates the projections, for callers with a single thread. */
export async function runEventHandlers(runtime: Runtime): Promise<number> {
  const done = await performJobs(runtime);
  await bringUpToDate(runtime);
  return done;
}

/** Runs all due jobs and returns how many were done. */
export async function performJobs(runtime: Runtime, stopping?: AbortSignal): Promise<number> {
  const work: JobWork = {
    perform: (job) => performJob(runtime, job),
    onDead: (tx, job) => recordDeadLetter(tx, systemContext(runtime, job.workspaceId), job),
  };
  return runJobs(runtime, work, stopping);
}

async function performJob(runtime: Runtime, job: Job): Promise<void> {
  const event = await findEvent(runtime.db, job.workspaceId, job.eventId);
  // `record` has stored the details that this type requires. A name may come from another version of the
  // product.
  const ofType = handlers[job.eventType as HandledType] as
    | { readonly [name: string]: Handler<never> }
    | undefined;
  const handler = ofType?.[job.handler];
  if (!handler) throw new Error("This version of the product does not know this work.");
  await handler(systemContext(runtime, job.workspaceId), event as never);
}
