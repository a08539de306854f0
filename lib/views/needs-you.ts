import { accountHealth } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import { countDeadLetters } from "../dead-letters/count-dead-letters.ts";
import { listOpenJobs } from "../dead-letters/list-open-jobs.ts";
import { countQuestions, listQuestions, questionsPerPage } from "../deliveries/list-questions.ts";
import { showRestored } from "../deliveries/resolve-restored.ts";
import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";

/**
 * Returns a page of questions, their number, those of them that one answer can cover, the dead letters, and the
 * number of accounts that need a person.
 */
export async function viewNeedsYou(ctx: Context, asked: string | undefined) {
  requireRole(ctx, "viewer");
  const [count, restored, accounts, letters, letterCount] = await Promise.all([
    countQuestions(ctx),
    showRestored(ctx),
    listAccounts(ctx),
    listOpenJobs(ctx, { isDead: true }),
    countDeadLetters(ctx),
  ]);
  const pages = Math.max(1, Math.ceil(count / questionsPerPage));
  // After the last question of the last page was answered, shows the page before.
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(asked)) || 1));
  const now = ctx.clock.now();
  return {
    count,
    restored,
    pages,
    page,
    questions: await listQuestions(ctx, { page }),
    deadLetters: { letters, count: letterCount },
    accounts: accounts.filter((account) => accountHealth(account, now).needsPerson).length,
  };
}
