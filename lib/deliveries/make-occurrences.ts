import { accountHealth, type Account } from "../accounts/account.ts";
import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import { systemContext, type Context, type Runtime } from "../kernel/context.ts";
import { ok, type Refused, type Result } from "../kernel/result.ts";
import { newDraft } from "../posts/new-draft.ts";
import { nextOccurrence, type Occurrence, occurrencesBetween } from "../posts/occurrences.ts";
import type { PostWithVersions } from "../posts/post.ts";
import { type Rested, type Said, wordsInTurn } from "../posts/recurrence-words.ts";
import { horizonMs, type Recurrence, timesOf } from "../posts/recurrence.ts";
import {
  addOccurrence,
  daysSeen,
  listSaidAround,
  lockRecurrence,
  nextDueRecurrences,
  saveRecurrence,
} from "../posts/recurring-posts.ts";
import { lockQueue } from "../workspaces/save-queue-settings.ts";
import {
  type Destinations,
  findDestinations,
  obstacleTo,
  planPost,
  type ScheduleRefusal,
} from "./schedule-post.ts";

/** Each post takes about ten writes in one transaction, during which nobody else can write on SQLite. */
const madeAtOnce = 20;
const tryAgainMs = 3_600_000;
const recurrencesAtOnce = 100;

/**
 * Makes the posts of recurrences that are due, in every workspace. Returns the number of recurrences
 * processed.
 */
export async function makeOccurrences(runtime: Runtime, stopping?: AbortSignal): Promise<number> {
  const due = await nextDueRecurrences(runtime, recurrencesAtOnce);
  for (const { id, workspaceId } of due) {
    if (stopping?.aborted) break;
    const ctx = systemContext(runtime, workspaceId);
    try {
      await makeDue(ctx, id);
    } catch (error) {
      // A recurrence that fails must not block the others.
      runtime.log.error({ error, recurrence: id }, "A recurring post could not be made.");
      await ctx.transact((tx) => saveRecurrence(tx, ctx, id, { nextMakeAt: later(ctx) }));
    }
  }
  return due.length;
}

async function makeDue(ctx: Context, id: string): Promise<void> {
  const found = await findDestinations(ctx);
  await ctx.transact(async (tx) => {
    const { timeZone } = await lockQueue(tx, ctx);
    const recurrence = await lockRecurrence(tx, ctx, id);
    // Another worker has made them, or the recurrence was ended.
    if (!recurrence.nextMakeAt || recurrence.nextMakeAt > ctx.clock.now()) return;
    await makeAhead(tx, ctx, recurrence, { ...found, timeZone });
  });
}

/**
 * Makes the posts of the next 60 days, at most `madeAtOnce` at a time. Part of a transaction that has locked
 * the recurrence. Occurrences that have passed are skipped. It stops at the first refused one and stores the
 * refusal as the obstacle.
 */
export async function makeAhead(
  tx: Tx,
  ctx: Context,
  recurrence: Recurrence,
  where: Destinations,
): Promise<Result<number, ScheduleRefusal>> {
  const now = ctx.clock.now();
  const times = timesOf(recurrence);
  const until = new Date(now.getTime() + horizonMs);
  const pending = occurrencesBetween(times, { after: recurrence.madeThrough, until });
  const coming = pending.filter(({ at }) => at.getTime() > now.getTime() + leadMs);
  const batch = coming.slice(0, madeAtOnce);
  const made = await makeBatch(tx, ctx, recurrence, { where, batch });
  const isWhole = made.refused === undefined;
  const through = isWhole && batch.length === coming.length ? pending.at(-1)?.day : made.through;
  const madeThrough = through ?? recurrence.madeThrough;
  const next = nextOccurrence(times, madeThrough);
  const nextMakeAt = isWhole ? dueOf(next, now) : later(ctx);
  const { turn, obstacle } = made;
  await saveRecurrence(tx, ctx, recurrence.id, { madeThrough, nextMakeAt, turn, obstacle });
  return made.refused ?? ok(made.count);
}

/** An occurrence nearer than this would be late before anybody could see it. */
const leadMs = 60_000;

function later({ clock }: Context): Date {
  return new Date(clock.now().getTime() + tryAgainMs);
}

/** Returns when to make the next occurrence; null if there is none. */
export function dueOf(next: Occurrence | undefined, now: Date): Date | null {
  return next ? new Date(Math.max(now.getTime(), next.at.getTime() - horizonMs)) : null;
}

interface Made {
  count: number;
  turn: number;
  through: string | undefined;
  obstacle: Recurrence["obstacle"];
  refused: Refused<ScheduleRefusal> | undefined;
}

async function makeBatch(
  tx: Tx,
  ctx: Context,
  recurrence: Recurrence,
  { where, batch }: { readonly where: Destinations; readonly batch: readonly Occurrence[] },
): Promise<Made> {
  const accounts = liveAmong(ctx, recurrence, where.accounts);
  const rested = restedOf(ctx, accounts);
  const said: Said[] = await listSaidAround(tx, ctx, batch, rested);
  const seen = await daysSeen(tx, ctx, recurrence.id, batch);
  const made: Made = {
    count: 0,
    turn: recurrence.turn,
    through: undefined,
    obstacle: null,
    refused: undefined,
  };
  for (const { day, at } of batch) {
    if (!seen.has(day)) {
      const turn = wordsInTurn(recurrence.words, { turn: made.turn, at, accounts: rested, said });
      if (turn === undefined) made.obstacle = { refusal: "same-words-near", detail: {}, day };
      else {
        const post = postOf(ctx, recurrence, { turn, day, accounts });
        const obstacle = obstacleTo(ctx, post, accounts, undefined);
        if (obstacle) {
          const { refusal, detail } = obstacle;
          return { ...made, obstacle: { refusal, detail, day }, refused: obstacle };
        }
        await plan(tx, ctx, { post, at, where });
        said.push({ ...post, publishAt: at });
        made.turn = (turn + 1) % recurrence.words.length;
        made.count += 1;
      }
    }
    made.through = day;
  }
  return made;
}

async function plan(
  tx: Tx,
  ctx: Context,
  {
    post,
    at,
    where,
  }: { readonly post: PostWithVersions; readonly at: Date; readonly where: Destinations },
): Promise<void> {
  await addOccurrence(tx, post);
  await record(tx, ctx, "post.drafted", post.id, {});
  const planned = await planPost(
    tx,
    ctx,
    { postId: post.id, when: { kind: "instant", at } },
    where,
  );
  if (!planned.ok)
    throw new Error(`An occurrence that was judged cannot be planned: ${planned.refusal}.`);
}

/** Returns the recurrence's accounts that are not disconnected. */
function liveAmong(ctx: Context, { chosen }: Recurrence, accounts: readonly Account[]): Account[] {
  const now = ctx.clock.now();
  return accounts.filter(
    (account) =>
      chosen.some(({ accountId }) => accountId === account.id) &&
      accountHealth(account, now).kind !== "disconnected",
  );
}

export function restedOf({ networks }: Context, accounts: readonly Account[]): Rested[] {
  return accounts.map(({ id: accountId, network, handle }) => {
    const { label, sameWordsDays: days = 0 } = networks.get(network);
    return { accountId, label: `${label} (${handle})`, days };
  });
}

function postOf(
  ctx: Context,
  { id: recurrenceId, authorId, stageId, language, disclosure, words, chosen }: Recurrence,
  {
    turn,
    day,
    accounts,
  }: { readonly turn: number; readonly day: string; readonly accounts: readonly Account[] },
): PostWithVersions {
  const id = ctx.newId();
  const { workspaceId } = ctx;
  const said = words[turn] ?? { parts: [], versions: {} };
  return {
    ...newDraft(ctx, "UTC"),
    id,
    authorId,
    stageId,
    language,
    disclosure,
    parts: said.parts,
    recurrenceId,
    recurrenceDay: day,
    versions: accounts.map((account) => ({
      id: ctx.newId(),
      workspaceId,
      postId: id,
      accountId: account.id,
      parts: said.versions[account.id] ?? null,
      options: chosen.find(({ accountId }) => accountId === account.id)?.options ?? null,
    })),
  };
}
