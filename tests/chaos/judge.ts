import { eq, ne } from "drizzle-orm";

import type { Delivery } from "#lib/deliveries/delivery";
import { mayResend } from "#lib/deliveries/idempotency";
import { deliveries } from "#lib/deliveries/schema";
import { events } from "#lib/events/schema";

import type { ChaosAccount, Harness } from "./harness.ts";
import { cannotKnow, settleMs } from "./network/kinds.ts";
import type { RemotePost } from "./network/truth.ts";
import { keyOf } from "./points.ts";

/** What is wrong with one delivery. */
export interface Complaint {
  readonly kind: "duplicate" | "lost" | "parked-without-need" | "out-of-order" | "event";
  readonly what: string;
}

export interface Verdict {
  readonly deliveries: number;
  readonly duplicates: number;
  readonly lost: number;
  readonly parked: number;
  readonly parkedByClass: Readonly<Record<string, number>>;
  readonly complaints: readonly Complaint[];
}

interface Case {
  readonly delivery: Delivery;
  readonly account: ChaosAccount;
  readonly posts: readonly RemotePost[];
}

const final = new Set(["published", "failed", "needs_person", "missed", "stopped", "cancelled"]);

/** Compares every delivery in the database with what is on the networks. */
export async function judge(
  harness: Harness,
  { isAnswered = false }: { isAnswered?: boolean } = {},
): Promise<Verdict> {
  const cases = await listCases(harness);
  return verdict(cases, [
    ...cases.flatMap((one) => duplicatesOf(one)),
    ...cases.flatMap((one) => lossOf(harness, cases, one, isAnswered) ?? []),
    ...cases.flatMap((one) => needlessParking(harness, one) ?? []),
    ...cases.flatMap((one) => disorderOf(cases, one) ?? []),
    ...(harness.options.isNaive ? [] : await wrongEvents(harness, cases)),
  ]);
}

function verdict(cases: readonly Case[], complaints: readonly Complaint[]): Verdict {
  const parked = cases.filter(({ delivery }) => delivery.state === "needs_person");
  return {
    deliveries: cases.length,
    duplicates: complaints.filter(({ kind }) => kind === "duplicate").length,
    lost: complaints.filter(({ kind }) => kind !== "duplicate").length,
    parked: parked.length,
    parkedByClass: countBy(parked, ({ account }) => account.kind),
    complaints,
  };
}

export async function listCases(
  { ctx, accounts, networks }: Harness,
  { isOpenOnly = false } = {},
): Promise<Case[]> {
  const rows = await ctx.db
    .select()
    .from(deliveries)
    .where(isOpenOnly ? ne(deliveries.state, "published") : undefined);
  return rows.flatMap((delivery) => {
    const account = accounts.find(({ id }) => id === delivery.accountId);
    if (!account) return [];
    return [{ delivery, account, posts: networks.truth.of(account.name, delivery.snapshot.text) }];
  });
}

/** What is wrong and cannot be put right by any later step, in a run that is still under way. */
export async function judgeMidway(harness: Harness): Promise<Verdict> {
  const cases = await listCases(harness);
  const settled = cases.filter(({ delivery: { state } }) => settledStates.has(state));
  return verdict(cases, [
    ...cases.flatMap((one) => duplicatesOf(one)),
    ...settled.flatMap((one) => lossOf(harness, cases, one, false) ?? []),
    ...settled.flatMap((one) => needlessParking(harness, one) ?? []),
    ...cases.flatMap((one) => disorderOf(cases, one) ?? []),
    ...(harness.options.isNaive ? [] : await toldTwice(harness)),
  ]);
}

const settledStates: ReadonlySet<string> = new Set(["published", "failed", "needs_person"]);

/** True where nothing more will happen without a person. */
export async function isDrained(harness: Harness): Promise<boolean> {
  const cases = await listCases(harness, { isOpenOnly: true });
  return cases.every((one) => final.has(one.delivery.state) || isBehindParked(cases, one));
}

function duplicatesOf({ delivery, account, posts }: Case): Complaint[] {
  return posts.slice(1).map(({ id }) => ({
    kind: "duplicate",
    what: `${account.name} has "${delivery.snapshot.text}" again as ${id}`,
  }));
}

function lossOf(
  harness: Harness,
  cases: readonly Case[],
  one: Case,
  isAnswered: boolean,
): Complaint | undefined {
  if (isInOrder(harness, cases, one, isAnswered)) return undefined;
  const { delivery, account, posts } = one;
  const { state, reason, id, snapshot } = delivery;
  const what = `${state} (${reason}), ${posts.length} there: ${account.name} "${snapshot.text}" ${id}`;
  return { kind: "lost", what };
}

/** Whether the product tells the truth about a delivery, and it has come to an end or to a person. */
function isInOrder(
  harness: Harness,
  cases: readonly Case[],
  one: Case,
  isAnswered: boolean,
): boolean {
  const { delivery, posts } = one;
  if (delivery.state === "published") return isBound(one, isAnswered);
  if (delivery.state === "failed") return isRefused(harness, one) && posts.length === 0;
  if (delivery.state === "stopped") return posts.length === 0 && isStoppedRightly(cases, one);
  if (isAnswered) return false;
  return delivery.state === "needs_person" || isBehindParked(cases, one);
}

function isRefused({ options }: Harness, { account, delivery }: Case): boolean {
  return options.weather.refuses(keyOf(account.name, delivery.snapshot.text));
}

/** A person may say that it is there without saying where. */
function isBound({ delivery, posts }: Case, isAnswered: boolean): boolean {
  if (isAnswered && delivery.remoteId === null) return posts.length > 0;
  return posts.some(({ id }) => id === delivery.remoteId);
}

/** The rest of a thread stops where a part before it was refused, or has no reference to hang it on. */
function isStoppedRightly(cases: readonly Case[], one: Case): boolean {
  return partsBefore(cases, one).some(
    ({ delivery: { state, reference } }) =>
      state === "failed" || (state === "published" && reference === null),
  );
}

function hasEarlier(cases: readonly Case[], one: Case, state: Delivery["state"]): boolean {
  return partsBefore(cases, one).some(({ delivery }) => delivery.state === state);
}

/**
 * Parked although the class can know. Three things make even such a network undecidable: it says
 * "duplicate" and never lists the post, it refuses for good after a request that it left in doubt, or
 * it keeps a key for an hour only and no request was answered within it.
 */
function needlessParking(harness: Harness, one: Case): Complaint | undefined {
  const { delivery, account, posts } = one;
  if (delivery.state !== "needs_person" || cannotKnow.has(account.kind)) return undefined;
  if (account.kind === "duplicate-listing") {
    if (posts.some(({ listedAt }) => listedAt === Infinity)) return undefined;
    if (isRefused(harness, one)) return undefined;
  }
  if (account.kind === "key" && isKeyOver(harness, delivery)) return undefined;
  const { reason, id, attempts, ambiguousSends, consecutiveFailures, snapshot } = delivery;
  const tried = `after ${attempts} requests, ${ambiguousSends} doubts, ${consecutiveFailures} setbacks`;
  const what = `${account.name} "${snapshot.text}" ${reason} ${tried} ${id}`;
  return { kind: "parked-without-need", what };
}

function isKeyOver({ options: { timeoutMs } }: Harness, delivery: Delivery): boolean {
  const rule = { kind: "key", settleMs: settleMs.key, timeoutMs } as const;
  return !mayResend(rule, delivery, delivery.updatedAt);
}

/** Parts of a thread are accepted one after the other, each as an answer to the one before. */
function disorderOf(cases: readonly Case[], one: Case): Complaint | undefined {
  const [post] = one.posts;
  const before = partsBefore(cases, one).toSorted((a, b) => b.delivery.part - a.delivery.part)[0];
  if (!post || !before) return undefined;
  const [parent] = before.posts;
  if (parent && parent.at <= post.at && post.replyTo === parent.id) return undefined;
  return { kind: "out-of-order", what: `${one.account.name} "${post.text}"` };
}

function partsBefore(cases: readonly Case[], { delivery }: Case): Case[] {
  if (delivery.part === 1) return [];
  return cases.filter(
    (other) =>
      other.delivery.postId === delivery.postId &&
      other.delivery.accountId === delivery.accountId &&
      other.delivery.part < delivery.part,
  );
}

function isBehindParked(cases: readonly Case[], one: Case): boolean {
  return one.delivery.state === "scheduled" && hasEarlier(cases, one, "needs_person");
}

/** Every published delivery left its event behind, once: what others do about it is never skipped or done twice. */
async function wrongEvents(harness: Harness, cases: readonly Case[]): Promise<Complaint[]> {
  const told = await countEvents(harness);
  return cases.flatMap(({ delivery: { id, state } }) => {
    const wanted = state === "published" ? 1 : 0;
    const times = told[id] ?? 0;
    return times === wanted
      ? []
      : [{ kind: "event", what: `${id} is ${state}, told ${times} times` }];
  });
}

async function toldTwice(harness: Harness): Promise<Complaint[]> {
  const twice = Object.entries(await countEvents(harness)).filter(([, times]) => times > 1);
  return twice.map(([id, times]) => ({ kind: "event", what: `${id} told ${times} times` }));
}

async function countEvents({ ctx }: Harness): Promise<Record<string, number>> {
  const rows = await ctx.db
    .select({ id: events.subjectId })
    .from(events)
    .where(eq(events.type, "delivery.published"));
  return countBy(rows, ({ id }) => id);
}

function countBy<Value>(values: readonly Value[], key: (value: Value) => string) {
  const counts: Record<string, number> = {};
  for (const value of values) counts[key(value)] = (counts[key(value)] ?? 0) + 1;
  return counts;
}
