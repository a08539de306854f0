import { accountHealth } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import { countQuestions, listQuestions, questionsPerPage } from "../deliveries/list-questions.ts";
import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";

/** The questions of a page, how many there are in all, and how many accounts wait for somebody. */
export async function viewNeedsYou(ctx: Context, asked: string | undefined) {
  requireRole(ctx, "viewer");
  const [count, accounts] = await Promise.all([countQuestions(ctx), listAccounts(ctx)]);
  const pages = Math.max(1, Math.ceil(count / questionsPerPage));
  // Whoever answered the last of a page comes out on the one before.
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(asked)) || 1));
  const now = ctx.clock.now();
  return {
    count,
    pages,
    page,
    questions: await listQuestions(ctx, { page }),
    accounts: accounts.filter((account) => accountHealth(account, now).needsPerson).length,
  };
}
