import { accountHealth, type Account } from "../accounts/account.ts";
import { limitsOf } from "../accounts/limits-of.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { wallClock } from "../kernel/local-time.ts";
import { ok, refused, type Refused, type Result } from "../kernel/result.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";
import { handNotesOf, type HandNote } from "../posts/hand-notes.ts";
import { lockPost } from "../posts/lock-post.ts";
import { markScheduled } from "../posts/mark-scheduled.ts";
import type { PostWithVersions } from "../posts/post.ts";
import { problemsOf, type Problem } from "../posts/problems.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { accountRules } from "./account-rules.ts";
import type { Delivery } from "./delivery.ts";
import type { SchedulePostInput } from "./input.ts";
import { plannedTime, type PlannedFor, type TimeRefusal } from "./planned-time.ts";
import { findReplyTarget } from "./reply-target-repository.ts";
import { insertDeliveries } from "./repository.ts";
import { findSafeModeAt } from "./search-first-repository.ts";
import { mustSearchFirst } from "./search-first.ts";
import { snapshotPost } from "./snapshot.ts";
import {
  isPlace,
  lockPlaces,
  type PlaceRefusal,
  type PlaceWanted,
  takePlace,
} from "./take-place.ts";

export type ScheduleRefusal =
  | TimeRefusal
  | PlaceRefusal
  | Problem["kind"]
  | "already-scheduled"
  | "account-disconnected";

export interface Scheduled {
  readonly postId: string;
  readonly publishAt: Date;
  /** `publishAt` as wall-clock time in the workspace's time zone. */
  readonly localTime: string;
  readonly deliveries: readonly Delivery[];
  /** Content that its network lets only a person send. */
  readonly byHand: readonly HandNote[];
}

/**
 * Schedules a draft: makes one delivery for each part and account from its current content. Checks the limits
 * of every account first; the refusal names the account and the part.
 */
export async function schedulePost(
  ctx: Context,
  input: SchedulePostInput,
): Promise<Result<Scheduled, ScheduleRefusal>> {
  const where = await findDestinations(ctx);
  return ctx.transact(async (tx) =>
    planPost(tx, ctx, { ...input, when: await lockPlaces(tx, ctx, input.when) }, where),
  );
}

export interface Destinations {
  readonly timeZone: string;
  readonly accounts: readonly Account[];
}

/**
 * Reads the accounts and the time zone before the transaction that plans. Throws unless the actor is an
 * editor.
 */
export async function findDestinations(ctx: Context): Promise<Destinations> {
  requireRole(ctx, "editor");
  const { timeZone } = await showWorkspace(ctx);
  return { timeZone, accounts: await listAccounts(ctx, { withDisconnected: true }) };
}

/** Schedules a post. Part of a transaction. */
export async function planPost(
  tx: Tx,
  ctx: Context,
  { postId, when }: { readonly postId: string; readonly when: PlannedFor | PlaceWanted },
  { accounts: known, ...where }: Destinations,
): Promise<Result<Scheduled, ScheduleRefusal>> {
  const post = await lockPost(tx, ctx, postId);
  if (post.state === "scheduled") return refused("already-scheduled");
  const accounts = known.filter(({ id }) => post.versions.some((one) => one.accountId === id));
  const answers = post.replyToTouchpointId;
  const replyTo = answers ? await findReplyTarget(tx, ctx.workspaceId, answers) : undefined;
  const obstacle = obstacleTo(ctx, post, accounts, replyTo?.network);
  if (obstacle) return obstacle;
  // A place uses the time zone its queue was locked with, because the workspace's may have changed since
  // `where` was read.
  const { timeZone } = isPlace(when) ? when.queue : where;
  const time = isPlace(when)
    ? await takePlace(tx, ctx, post, when)
    : plannedTime(when, timeZone, ctx.clock.now());
  if (!time.ok) return time;

  const publishAt = time.value;
  const isSearchedFirst = mustSearchFirst(post, await findSafeModeAt(tx));
  const deliveries = snapshotPost(ctx, post, {
    publishAt,
    accounts,
    replyTo,
    isSearchedFirst,
    offered: ({ network }) => ctx.networks.get(network).postOptions ?? [],
  });
  await insertDeliveries(tx, deliveries);
  await markScheduled(tx, ctx, post, { publishAt, timeZone });
  await record(tx, ctx, "post.scheduled", postId, {
    publishAt: publishAt.toISOString(),
    version: post.version + 1,
  });
  const rules = accounts.map((account) => accountRules(ctx.networks, account, replyTo));
  const localTime = wallClock(publishAt, timeZone);
  return ok({ postId, publishAt, localTime, deliveries, byHand: handNotesOf(post, rules) });
}

/** Returns why the post cannot be planned, independent of its time; undefined if it can. */
export function obstacleTo(
  ctx: Context,
  post: Pick<PostWithVersions, "stageId" | "parts" | "versions">,
  accounts: readonly Account[],
  answered: string | undefined,
): Refused<ScheduleRefusal> | undefined {
  const [problem] = problemsOf(
    post,
    accounts.map((account) => ({
      id: account.id,
      limits: limitsOf(ctx, account),
      postOptions: ctx.networks.get(account.network).postOptions,
      isAnswer: account.network === answered,
    })),
  );
  if (problem) return refused(problem.kind, detailOf(ctx.networks, problem, accounts));
  const gone = accounts.find(
    (account) => accountHealth(account, ctx.clock.now()).kind === "disconnected",
  );
  return gone && refused("account-disconnected", { account: nameOf(ctx.networks, gone) });
}

function detailOf(
  networks: NetworkRegistry,
  { accountId, part, used, max, option, found, taken }: Problem,
  accounts: readonly Account[],
) {
  const account = accounts.find(({ id }) => id === accountId);
  return {
    account: account ? nameOf(networks, account) : "",
    part: part ?? 0,
    used,
    max,
    ...(found && taken && { found, taken }),
    ...(option && account && { option: `connect.${account.network}.options.${option}.label` }),
  };
}

/** "@noorderwol on Bluesky" would have to be translated; "Bluesky (@noorderwol)" need not. */
function nameOf(networks: NetworkRegistry, { handle, network }: Account): string {
  return `${networks.get(network).label} (${handle})`;
}
