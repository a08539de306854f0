import type { Account } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import type { Context } from "../kernel/context.ts";
import { wallClock } from "../kernel/local-time.ts";
import {
  type ListedRecurrence,
  listRecurrences,
  showRecurrence,
} from "../posts/list-recurrences.ts";
import { storedRule } from "../posts/recurrence.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import type { Stage } from "../workspaces/stage.ts";

/** Returns the workspace's recurrences with the time of their next post. */
export async function viewRecurrences(ctx: Context) {
  requireRole(ctx, "viewer");
  return shown(ctx, await listRecurrences(ctx));
}

export async function viewRecurrence(ctx: Context, id: string) {
  requireRole(ctx, "viewer");
  const [found] = await shown(ctx, [await showRecurrence(ctx, id)]);
  if (!found) throw new Error("A recurrence was read and is not shown.");
  return found;
}

async function shown(ctx: Context, found: readonly ListedRecurrence[]) {
  const [{ timeZone }, accounts, stages] = await Promise.all([
    showWorkspace(ctx),
    listAccounts(ctx, { withDisconnected: true }),
    listStages(ctx),
  ]);
  return found.map((one) => shownOf(one, { timeZone, accounts, stages }));
}

function shownOf(
  { recurrence, nextAt, plannedCount }: ListedRecurrence,
  {
    timeZone,
    accounts,
    stages,
  }: {
    readonly timeZone: string;
    readonly accounts: readonly Account[];
    readonly stages: readonly Stage[];
  },
) {
  const { id, version, rule, time, words, chosen, obstacle, endsBefore, stageId } = recurrence;
  const stage = stages.find((one) => one.id === stageId);
  return {
    id,
    version,
    rule: storedRule({ rule }),
    ruleText: rule,
    startDay: recurrence.startDay,
    time,
    /** Undefined if it is the workspace's own. */
    timeZone: recurrence.timeZone === timeZone ? undefined : recurrence.timeZone,
    endsBefore,
    obstacle,
    stage: stage && { id: stage.id, key: stage.key, name: stage.name },
    texts: words.map(({ parts }) => parts[0]?.text ?? ""),
    accounts: accounts
      .filter((account) => chosen.some(({ accountId }) => accountId === account.id))
      .map(({ id: accountId, network, handle, state }) => ({
        id: accountId,
        network,
        handle,
        isDisconnected: state === "disconnected",
      })),
    nextAt: nextAt && wallClock(nextAt, timeZone),
    plannedCount,
    /** Whether no more posts are to come. */
    isOver: recurrence.nextMakeAt === null && plannedCount === 0,
  };
}

export type RecurrenceView = Awaited<ReturnType<typeof viewRecurrence>>;
