import { accountHealth } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import { countDeadLetters } from "../dead-letters/count-dead-letters.ts";
import { listOpenJobs } from "../dead-letters/list-open-jobs.ts";
import { countQuestions, listQuestions, questionsPerPage } from "../deliveries/list-questions.ts";
import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";

/** The questions of a page, how many there are in all, what was given up, and how many accounts wait for somebody. */
export async function viewNeedsYou(ctx: Context, asked: string | undefined) {
  requireRole(ctx, "viewer");
  const [count, accounts, letters, letterCount] = await Promise.all([
    countQuestions(ctx),
    listAccounts(ctx),
    listOpenJobs(ctx, { isDead: true }),
    countDeadLetters(ctx),
  ]);
  const pages = Math.max(1, Math.ceil(count / questionsPerPage));
  // Whoever answered the last of a page comes out on the one before.
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(asked)) || 1));
  const now = ctx.clock.now();
  return {
    count,
    pages,
    page,
    questions: await listQuestions(ctx, { page }),
    deadLetters: { letters, count: letterCount },
    accounts: accounts.filter((account) => accountHealth(account, now).needsPerson).length,
  };
}
