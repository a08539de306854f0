import { findMoments } from "./advocacy/find-moments.ts";
import { recordRecognition } from "./advocacy/record-recognition.ts";
import { reopenShoutOut } from "./advocacy/reopen-shout-out.ts";
import { suggestShoutOuts } from "./advocacy/suggest-shout-outs.ts";
import { collectSoon } from "./engagement/collect-soon.ts";
import type { Event, EventDetails, EventType } from "./events/event.ts";
import { claimPending, hasPending, markAnswered } from "./events/repository.ts";
import { classifyTouchpoints } from "./journey/classify-touchpoints.ts";
import { systemContext, type Context, type Runtime } from "./kernel/context.ts";
import { notifyOfAccount } from "./notifications/notify-of-account.ts";
import { notifyOfDelivery, notifyOfSlow } from "./notifications/notify-of-delivery.ts";
import { notify } from "./notifications/notify.ts";
import { settleNotifications } from "./notifications/settle-notifications.ts";

const pageSize = 50;
const leaseMs = 60_000;

type Reactions = {
  readonly [Type in EventType]?: (
    ctx: Context,
    subjectId: string,
    detail: EventDetails[Type],
    eventId: string,
  ) => Promise<unknown>;
};

/** The one page that says: when this happens, do that. Every reaction may be done twice without harm. */
const reactions: Reactions = {
  "account.connected": async (ctx, accountId) => {
    await settleNotifications(ctx, { accountId });
    await collectSoon(ctx, [accountId]);
  },
  "delivery.published": async (ctx, deliveryId, { accountId }) => {
    await settleNotifications(ctx, { deliveryId });
    await recordRecognition(ctx, deliveryId);
    await collectSoon(ctx, [accountId]);
  },
  "touchpoints.recorded": async (ctx, _subject, { ids }) => {
    await classifyTouchpoints(ctx, ids);
    await findMoments(ctx, ids);
  },
  "touchpoint.confirmed": async (ctx, touchpointId) => {
    await classifyTouchpoints(ctx, [touchpointId]);
    await findMoments(ctx, [touchpointId]);
  },
  "post.deleted": (ctx, postId) => reopenShoutOut(ctx, postId),
  "delivery.needs-person": (ctx, deliveryId, _detail, eventId) =>
    notifyOfDelivery(ctx, deliveryId, eventId),
  "delivery.takes-long": (ctx, deliveryId, _detail, eventId) =>
    notifyOfSlow(ctx, deliveryId, eventId),
  "delivery.failed": (ctx, deliveryId, _detail, eventId) =>
    notifyOfDelivery(ctx, deliveryId, eventId),
  "delivery.answered": (ctx, deliveryId) => settleNotifications(ctx, { deliveryId }),
  "post.rescheduled": (ctx, postId) => settleNotifications(ctx, { postId }),
  "post.unscheduled": (ctx, postId) => settleNotifications(ctx, { postId }),
  "account.needs-reconnect": (ctx, accountId, _detail, eventId) =>
    notifyOfAccount(ctx, accountId, eventId),
  "account.out-of-credit": (ctx, accountId, _detail, eventId) =>
    notifyOfAccount(ctx, accountId, eventId),
  "account.recovered": (ctx, accountId) => settleNotifications(ctx, { accountId }),
  "account.resumed": (ctx, accountId) => settleNotifications(ctx, { accountId }),
  "safe-mode.entered": (ctx, _safeMode, _detail, eventId) =>
    notify(ctx, { kind: "safe-mode", eventId }),
};

/** After these, whom to thank may be somebody else. Looked at once, when all events are answered. */
const changesSuggestions = new Set<string>(["touchpoints.recorded", "touchpoint.confirmed"]);

/**
 * Answers the events that wait, oldest first, and says how many there were. An event whose
 * reaction fails stays and is tried again after its lease; the others go on.
 */
export async function answerPending(runtime: Runtime): Promise<number> {
  const changed = new Set<string>();
  let answered = 0;
  for (;;) {
    const now = runtime.clock.now();
    if (!(await hasPending(runtime.db, now))) break;
    const leaseUntil = new Date(now.getTime() + leaseMs);
    const page = await runtime.transact((tx) =>
      claimPending(tx, { now, leaseUntil, limit: pageSize }),
    );
    for (const event of page) {
      if (await answer(runtime, event)) answered += 1;
      if (changesSuggestions.has(event.type)) changed.add(event.workspaceId);
    }
  }
  for (const workspaceId of changed) await suggestShoutOuts(systemContext(runtime, workspaceId));
  return answered;
}

async function answer(runtime: Runtime, event: Event): Promise<boolean> {
  const ctx = systemContext(runtime, event.workspaceId);
  try {
    // The table holds for each type what `record` was given for it.
    const reaction = reactions[event.type as EventType] as
      | ((ctx: Context, subjectId: string, detail: unknown, eventId: string) => Promise<unknown>)
      | undefined;
    await reaction?.(ctx, event.subjectId, event.detail, event.id);
    await runtime.transact((tx) => markAnswered(tx, event.id));
    return true;
  } catch (error) {
    runtime.log.error({ error, event: event.id, type: event.type }, "A reaction failed.");
    return false;
  }
}
