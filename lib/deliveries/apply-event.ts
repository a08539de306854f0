import type { Tx } from "../db/store.ts";
import { batchesOf } from "../kernel/batches.ts";
import type { Context } from "../kernel/context.ts";
import { attemptOf } from "./attempt-line.ts";
import { insertAttempts } from "./attempt-repository.ts";
import type { Change } from "./change.ts";
import type { DeliveryEvent } from "./delivery-event.ts";
import { recordDeliveryEvents } from "./delivery-events.ts";
import type { Delivery } from "./delivery.ts";
import { listThread, updateManyIfOwned, updatePlannedLater } from "./repository.ts";
import { searchedFirst } from "./search-first.ts";
import { transition } from "./transition.ts";

/** An event and its delivery as the caller last read it. */
export interface AppliedEvent {
  readonly delivery: Delivery;
  readonly event: DeliveryEvent;
  /** The actor of the event. */
  readonly ctx: Context;
}

/**
 * Applies an event to a delivery: decides the new state and writes it with its history and its consequences,
 * in one transaction. State changes go through here, except those of erasing a person. Returns the delivery
 * as written; undefined, with nothing written, if it was changed since it was read.
 */
export async function applyEvent(
  tx: Tx,
  ctx: Context,
  delivery: Delivery,
  event: DeliveryEvent,
): Promise<Delivery | undefined> {
  return (await applyEvents(tx, [{ delivery, event, ctx }])).get(delivery.id);
}

/** Like `applyEvent` for many deliveries, each at most once. Returns the written deliveries by id. */
export async function applyEvents(
  tx: Tx,
  all: readonly AppliedEvent[],
): Promise<ReadonlyMap<string, Delivery>> {
  const written = new Map<string, Delivery>();
  for (const batch of batchesOf(all, happeningsPerStatement))
    for (const after of await applyBatch(tx, batch)) written.set(after.id, after);
  return written;
}

/**
 * After a restore there may be as many events as deliveries in the calendar, which is too much for one
 * statement.
 */
const happeningsPerStatement = 1_000;

async function applyBatch(tx: Tx, all: readonly AppliedEvent[]): Promise<Delivery[]> {
  const changes = all.map((one) => ({ ...one, ...changeOf(one) }));
  const saved = await updateManyIfOwned(tx, columnsOf(changes), changes);
  const ours = changes.filter(({ delivery }) => saved.has(delivery.id));
  await insertAttempts(tx, ours.flatMap(attemptOf));
  await recordDeliveryEvents(tx, ours);
  await stopThreads(tx, ours);
  return ours.map(({ after }) => after);
}

interface Changed extends AppliedEvent {
  readonly before: Delivery;
  readonly change: Change;
  readonly written: Partial<Delivery>;
  readonly after: Delivery;
}

function changeOf({ delivery, event, ctx }: AppliedEvent): Omit<Changed, keyof AppliedEvent> {
  const now = ctx.clock.now();
  const { outcome: rule } = ctx.networks.get(delivery.network);
  const change = transition(delivery, event, { now, rule });
  const { why: _why, ...columns } = change;
  const written = { leaseOwner: null, leaseUntil: null, updatedAt: now, ...columns };
  return { before: delivery, change, written, after: { ...delivery, ...written } };
}

/** Returns every column that any of the changes sets. A change that does not set one keeps its value. */
function columnsOf(changes: readonly { written: Partial<Delivery> }[]): (keyof Delivery)[] {
  return [...new Set(changes.flatMap(({ written }) => Object.keys(written)))] as (keyof Delivery)[];
}

/** Stops the later parts of a thread if a part is missing, so that a thread is not published with a gap. */
async function stopThreads(tx: Tx, changed: readonly Changed[]): Promise<void> {
  for (const { ctx, event, after } of changed)
    if (after.part < after.partCount && isMissing(event, after))
      await applyToRest(tx, ctx, after, ["scheduled", "missed"], { type: "thread-stopped" });
}

/**
 * Whether later parts cannot follow this one. A published part without the network's reference cannot be
 * replied to either.
 */
function isMissing({ type }: DeliveryEvent, { state, reference }: Delivery): boolean {
  if (type === "edit" || type === "remove" || type === "unschedule") return false;
  if (state === "published") return reference === null;
  return state === "failed" || state === "cancelled";
}

/** Marks every delivery planned for later as `search_first`, like the event of that name. */
export async function applySearchFirst(tx: Tx, now: Date): Promise<void> {
  await updatePlannedLater(tx, now, { ...searchedFirst(true), reasonDetail: null });
}

/** Applies the event to the later parts of the delivery's thread that are in one of these states. */
export async function applyToRest(
  tx: Tx,
  ctx: Context,
  delivery: Delivery,
  states: readonly Delivery["state"][],
  event: DeliveryEvent,
): Promise<void> {
  const rest = await listThread(tx, delivery, "after");
  const these = rest.filter(({ state }) => states.includes(state));
  await applyEvents(
    tx,
    these.map((later) => ({ delivery: later, event, ctx })),
  );
}
