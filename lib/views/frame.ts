import { accountHealth } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import { countSuggested } from "../advocacy/count-suggested.ts";
import { countDeadLetters } from "../dead-letters/count-dead-letters.ts";
import { countQuestions } from "../deliveries/list-questions.ts";
import type { Context } from "../kernel/context.ts";
import { countUnread } from "../notifications/count-unread.ts";
import { showRebuild } from "../projector/rebuild.ts";
import { showSafeMode } from "../recovery/show-safe-mode.ts";
import { listWorkspaces } from "../workspaces/list-workspaces.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { viewSending } from "./sending.ts";

/** Returns what surrounds every page: the person's workspaces, the counts in the menu, and the banners. */
export async function viewFrame(ctx: Context) {
  requireRole(ctx, "viewer");
  const [
    workspaces,
    accounts,
    shoutOuts,
    questions,
    deadLetters,
    unread,
    sending,
    safeMode,
    rebuild,
  ] = await Promise.all([
    listWorkspaces(ctx, ctx.actor.id),
    listAccounts(ctx),
    countSuggested(ctx),
    countQuestions(ctx),
    countDeadLetters(ctx),
    countUnread(ctx),
    viewSending(ctx),
    showSafeMode(ctx),
    showRebuild(ctx),
  ]);
  const now = ctx.clock.now();
  const unwell = accounts.filter((account) => accountHealth(account, now).needsPerson);
  const waiting = questions + deadLetters;
  const counts = { shoutOuts, questions: waiting, unread, accounts: unwell.length };
  return { workspaces, counts, banners: { ...sending, safeMode, rebuild } };
}

export type Banners = Awaited<ReturnType<typeof viewFrame>>["banners"];
