import type { z } from "zod";

import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import { allOrNothing } from "../kernel/all-or-nothing.ts";
import type { Context } from "../kernel/context.ts";
import { wallClock } from "../kernel/local-time.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { lockPost, lockPostAt } from "../posts/lock-post.ts";
import { nextOccurrence, type Occurrence } from "../posts/occurrences.ts";
import { isEmptyDraft, type PostWithVersions } from "../posts/post.ts";
import { readRule, type RuleRefusal } from "../posts/read-rule.ts";
import type { repeatPostInput } from "../posts/recurrence-input.ts";
import { findTooSoon } from "../posts/recurrence-words.ts";
import { chosenOf, type Recurrence, timesOf, wordsOf } from "../posts/recurrence.ts";
import { addRecurrence, bindToRecurrence, lockRecurrence } from "../posts/recurring-posts.ts";
import { type RecurrenceRule, writeRule } from "../posts/write-rule.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { lockQueue } from "../workspaces/save-queue-settings.ts";
import { makeAhead, restedOf } from "./make-occurrences.ts";
import { plannedTime, type TimeRefusal } from "./planned-time.ts";
import {
  type Destinations,
  findDestinations,
  planPost,
  type ScheduleRefusal,
} from "./schedule-post.ts";

export type RepeatRefusal =
  | RuleRefusal
  | TimeRefusal
  | ScheduleRefusal
  | "changed-since"
  | "nothing-written"
  | "repeats-already"
  | "repeat-answers"
  | "repeat-needs-time"
  | "same-words-too-soon";

export interface Repeated {
  readonly recurrenceId: string;
  /** Number of posts made besides the first one. */
  readonly madeCount: number;
}

type Given = z.output<typeof repeatPostInput>;

/**
 * Repeats a post by a rule. A draft, or a post planned for the first occurrence, becomes the first
 * occurrence; otherwise only its content is used. Also makes the first posts of the next 60 days; the job
 * makes the rest.
 */
export async function repeatPost(
  ctx: Context,
  given: Given,
): Promise<Result<Repeated, RepeatRefusal>> {
  requireRole(ctx, "editor");
  const rule = readRule(given.rule);
  if (!rule.ok) return rule;
  const found = await findDestinations(ctx);
  return allOrNothing(ctx, async (tx) => {
    const where = { ...found, timeZone: (await lockQueue(tx, ctx)).timeZone };
    const read = await lockPostAt(tx, ctx, given.postId, given.version);
    if (!read.ok) return read;
    const refusal = unrepeatable(read.value);
    if (refusal) return refused(refusal);
    const begun = await begin(tx, ctx, read.value, { given, rule: rule.value, where });
    if (!begun.ok) return begun;
    const { recurrence, first } = begun.value;
    const bound = await bindFirst(tx, ctx, read.value, { recurrence, first, where });
    if (!bound.ok) return bound;
    const made = await makeAhead(tx, ctx, await lockRecurrence(tx, ctx, recurrence.id), where);
    return made.ok ? ok({ recurrenceId: recurrence.id, madeCount: made.value }) : made;
  });
}

/** Shout-outs and answers cannot repeat: they address one person or one touchpoint. */
function unrepeatable(post: PostWithVersions) {
  if (post.shoutOutId || post.replyToTouchpointId) return "repeat-answers";
  if (post.recurrenceId) return "repeats-already";
  return isEmptyDraft({ parts: post.parts, versions: wordsOf(post).versions })
    ? "nothing-written"
    : undefined;
}

async function begin(
  tx: Tx,
  ctx: Context,
  post: PostWithVersions,
  {
    given,
    rule,
    where,
  }: { readonly given: Given; readonly rule: RecurrenceRule; readonly where: Destinations },
): Promise<Result<{ recurrence: Recurrence; first: Occurrence }, RepeatRefusal>> {
  const start = startOf(ctx, post, given, where.timeZone);
  if (!start.ok) return start;
  const others = await Promise.all(given.alsoWordsOf.map((id) => lockPost(tx, ctx, id)));
  const recurrence = newRecurrence(ctx, post, {
    words: [post, ...others].map(wordsOf),
    rule,
    wall: wallClock(start.value, where.timeZone),
    timeZone: where.timeZone,
  });
  const times = timesOf(recurrence);
  const first = nextOccurrence(times, null);
  if (!first) return refused("rule-never");
  const accounts = where.accounts.filter(({ id }) =>
    recurrence.chosen.some(({ accountId }) => accountId === id),
  );
  const tooSoon = findTooSoon(times, recurrence.words, restedOf(ctx, accounts));
  if (tooSoon)
    return refused("same-words-too-soon", { account: tooSoon.label, days: tooSoon.days });
  await addRecurrence(tx, recurrence);
  await record(tx, ctx, "recurrence.begun", recurrence.id, { rule: recurrence.rule });
  return ok({ recurrence, first });
}

function startOf(
  ctx: Context,
  { state, publishAt }: PostWithVersions,
  { from }: Given,
  timeZone: string,
): Result<Date, TimeRefusal | "repeat-needs-time"> {
  const now = ctx.clock.now();
  if (from !== undefined) return plannedTime({ kind: "wall-clock", at: from }, timeZone, now);
  const isAhead = state === "scheduled" && publishAt && publishAt > now;
  return isAhead ? ok(publishAt) : refused("repeat-needs-time");
}

/** Makes the post the first occurrence if it is a draft or planned for exactly that time. */
async function bindFirst(
  tx: Tx,
  ctx: Context,
  post: PostWithVersions,
  {
    recurrence,
    first: { day, at },
    where,
  }: {
    readonly recurrence: Recurrence;
    readonly first: Occurrence;
    readonly where: Destinations;
  },
): Promise<Result<unknown, ScheduleRefusal>> {
  const isPlanned = post.state === "scheduled";
  if (isPlanned && post.publishAt?.getTime() !== at.getTime()) return ok(undefined);
  await bindToRecurrence(tx, ctx, post, { recurrenceId: recurrence.id, recurrenceDay: day });
  if (isPlanned) return ok(undefined);
  return planPost(tx, ctx, { postId: post.id, when: { kind: "instant", at } }, where);
}

function newRecurrence(
  ctx: Context,
  post: PostWithVersions,
  {
    words,
    rule,
    wall,
    timeZone,
  }: Pick<Recurrence, "words" | "timeZone"> & {
    readonly rule: RecurrenceRule;
    readonly wall: string;
  },
): Recurrence {
  const now = ctx.clock.now();
  const [startDay = "", time = ""] = wall.split("T");
  return {
    id: ctx.newId(),
    workspaceId: ctx.workspaceId,
    authorId: ctx.actor.id,
    rule: writeRule(rule),
    startDay,
    time,
    timeZone,
    endsBefore: null,
    stageId: post.stageId,
    words,
    chosen: chosenOf(post),
    language: post.language,
    disclosure: post.disclosure,
    turn: 0,
    madeThrough: null,
    nextMakeAt: now,
    obstacle: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}
