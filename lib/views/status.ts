import { accountHealth } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import { showToday } from "../analytics/show-today.ts";
import { showToCome } from "../deliveries/list-deliveries.ts";
import { countQuestions } from "../deliveries/list-questions.ts";
import type { Context } from "../kernel/context.ts";
import { showLateness } from "../publisher/show-lateness.ts";
import { showSending } from "../publisher/stop-sending.ts";
import { showSafeMode } from "../recovery/show-safe-mode.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";

/**
 * Returns the state of a workspace: what is planned, what needs a person, what is stopped, and the accounts'
 * health.
 */
export async function viewStatus(ctx: Context) {
  requireRole(ctx, "viewer");
  const [workspace, accounts, toCome, questions, today, sending, lateness, safeMode] =
    await Promise.all([
      showWorkspace(ctx),
      listAccounts(ctx),
      showToCome(ctx),
      countQuestions(ctx),
      showToday(ctx),
      showSending(ctx),
      showLateness(ctx),
      showSafeMode(ctx),
    ]);
  const { id, slug, name, timeZone } = workspace;
  const shown = accounts.map((account) => {
    const { kind, needsPerson: isStuck } = accountHealth(account, ctx.clock.now());
    const { id: accountId, network, handle } = account;
    return { id: accountId, account: `${network}:${handle}`, health: kind, needsPerson: isStuck };
  });
  return {
    workspace: { id, slug, name, timeZone },
    accounts: shown,
    /** Deliveries and accounts that need a person. */
    needsPerson: questions + shown.filter((account) => account.needsPerson).length,
    deliveries: { waiting: toCome.count, needsPerson: questions },
    next: toCome.next ?? null,
    sending,
    lateness,
    safeMode: safeMode ?? null,
    touchpointsToday: today.cameIn.total,
  };
}

export type StatusView = Awaited<ReturnType<typeof viewStatus>>;
