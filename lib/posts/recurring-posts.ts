import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context, Runtime } from "../kernel/context.ts";
import { indexPosts } from "../search/index-rows.ts";
import type { Occurrence } from "./occurrences.ts";
import type { PostWithVersions } from "./post.ts";
import {
  insertRecurrence,
  listDueRecurrences,
  listOccurrencesFrom,
  listSeenDays,
  lockRecurrence as lockRow,
  moveToZone,
  updateRecurrence,
} from "./recurrence-repository.ts";
import type { Rested, Said } from "./recurrence-words.ts";
import type { Recurrence } from "./recurrence.ts";
import { insertPost, listBetween, replaceVersions, updatePost } from "./repository.ts";

/** Returns recurrences of every workspace with an occurrence to make. */
export async function nextDueRecurrences({ db, clock }: Runtime, limit: number) {
  return listDueRecurrences(db, clock.now(), limit);
}

export async function lockRecurrence(tx: Tx, ctx: Context, id: string): Promise<Recurrence> {
  return lockRow(tx, ctx.workspaceId, id);
}

/**
 * Saves changes by the job, which do not raise the version because no person edits these columns. Part of a
 * transaction.
 */
export async function saveRecurrence(
  tx: Tx,
  { workspaceId }: Context,
  id: string,
  change: Partial<Recurrence>,
): Promise<void> {
  await updateRecurrence(tx, { workspaceId, id }, change);
}

/** Returns which of these days have a post, including deleted ones. */
export async function daysSeen(
  tx: Tx,
  { workspaceId }: Context,
  recurrenceId: string,
  occurrences: readonly Occurrence[],
): Promise<Set<string>> {
  const days = occurrences.map(({ day }) => day);
  return listSeenDays(tx, workspaceId, recurrenceId, days);
}

/** Inserts the post of an occurrence; throws if its day has one. Part of the transaction that plans it. */
export async function addOccurrence(
  tx: Tx,
  { versions, ...post }: PostWithVersions,
): Promise<void> {
  const isNew = await insertPost(tx, post);
  if (!isNew) throw new Error("A day of a recurrence has a post already.");
  await replaceVersions(tx, post.workspaceId, post.id, versions);
  await indexPosts(tx, post.workspaceId, [post.id]);
}

/**
 * Returns posts scheduled near these occurrences, to avoid repeating content too soon; empty if no account's
 * network minds.
 */
export async function listSaidAround(
  tx: Tx,
  { workspaceId }: Context,
  occurrences: readonly Occurrence[],
  accounts: readonly Rested[],
): Promise<Said[]> {
  const [first, last] = [occurrences[0], occurrences.at(-1)];
  const days = Math.max(0, ...accounts.map((account) => account.days));
  if (!first || !last || days === 0) return [];
  const around = days * 86_400_000;
  const from = new Date(first.at.getTime() - around);
  return listBetween(tx, workspaceId, from, new Date(last.at.getTime() + around));
}

/** Inserts a recurrence. Part of a transaction. */
export async function addRecurrence(tx: Tx, recurrence: Recurrence): Promise<void> {
  await insertRecurrence(tx, recurrence);
}

/** Makes the post an occurrence. Part of a transaction that has locked the post. */
export async function bindToRecurrence(
  tx: Tx,
  ctx: Context,
  { id, version }: Pick<PostWithVersions, "id" | "version">,
  occurrence: { readonly recurrenceId: string; readonly recurrenceDay: string },
): Promise<void> {
  await updatePost(tx, ctx.workspaceId, id, { ...occurrence, updatedAt: ctx.clock.now() });
  await record(tx, ctx, "post.edited", id, { version: version + 1 });
}

/** Returns the recurrence's undeleted posts from that day on. */
export async function listLater(
  tx: Tx,
  { workspaceId }: Context,
  recurrenceId: string,
  day: string,
) {
  return listOccurrencesFrom(tx, workspaceId, recurrenceId, day);
}

/**
 * Moves recurrences that use the workspace's old time zone to the new one. Part of the transaction that
 * changes it.
 */
export async function followClock(
  tx: Tx,
  { workspaceId }: Context,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await moveToZone(tx, workspaceId, from, to);
}
