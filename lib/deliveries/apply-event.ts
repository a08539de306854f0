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

/** An event and the delivery it happens to, as whoever tells of it last saw it. */
export interface AppliedEvent {
  readonly delivery: Delivery;
  readonly event: DeliveryEvent;
  /** Who did it. */
  readonly ctx: Context;
}

/**
 * The one way in which a delivery changes: decides where the event takes it, and writes that, its
 * history and everything that follows from it, in one transaction. Returns the delivery as it is
 * now; undefined, and nothing written, where somebody else has it by now.
 */
export async function applyEvent(
  tx: Tx,
  ctx: Context,
  delivery: Delivery,
  event: DeliveryEvent,
): Promise<Delivery | undefined> {
  return (await applyEvents(tx, [{ delivery, event, ctx }])).get(delivery.id);
}

/** The same for many deliveries, each at most once; by their ids, those that were written. */
export async function applyEvents(
  tx: Tx,
  all: readonly AppliedEvent[],
): Promise<ReadonlyMap<string, Delivery>> {
  const written = new Map<string, Delivery>();
  for (const batch of batchesOf(all, happeningsPerStatement))
    for (const after of await applyBatch(tx, batch)) written.set(after.id, after);
  return written;
}

/** After a restore it may be most of a calendar, which no one statement takes. */
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

/** Every column that one of them changes: the others keep what they have there. */
function columnsOf(changes: readonly { written: Partial<Delivery> }[]): (keyof Delivery)[] {
  return [...new Set(changes.flatMap(({ written }) => Object.keys(written)))] as (keyof Delivery)[];
}

/** Nobody should read the third part of a thread whose second is missing. */
async function stopThreads(tx: Tx, changed: readonly Changed[]): Promise<void> {
  for (const { ctx, event, after } of changed)
    if (after.part < after.partCount && isMissing(event, after))
      await applyToRest(tx, ctx, after, ["scheduled", "missed"], { type: "thread-stopped" });
}

/** Without the network's own reference nothing can be hung on a part either. */
function isMissing({ type }: DeliveryEvent, { state, reference }: Delivery): boolean {
  if (type === "edit" || type === "remove" || type === "unschedule") return false;
  if (state === "published") return reference === null;
  return state === "failed" || state === "cancelled";
}

/** The event `search-first` for everything that is planned for later. */
export async function applySearchFirst(tx: Tx, now: Date): Promise<void> {
  await updatePlannedLater(tx, now, { ...searchedFirst(true), reasonDetail: null });
}

/** What becomes of the later parts of a thread that are in these states. */
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
