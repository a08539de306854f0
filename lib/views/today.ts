import { listAccounts } from "../accounts/list-accounts.ts";
import { listShoutOuts } from "../advocacy/list-shout-outs.ts";
import { showStave } from "../analytics/show-stave.ts";
import { showToday } from "../analytics/show-today.ts";
import { countDeadLetters } from "../dead-letters/count-dead-letters.ts";
import { countQuestions, listQuestions } from "../deliveries/list-questions.ts";
import type { Context } from "../kernel/context.ts";
import { listBlockers } from "../publisher/list-blockers.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";

/** Returns everything on the page Today, including the first questions and how many there are. */
export async function viewToday(
  ctx: Context,
  shown: { readonly daysAhead: number; readonly questions: number },
) {
  requireRole(ctx, "viewer");
  const [stave, today, stages, accounts, shoutOuts, questions, count, deadLetters] =
    await Promise.all([
      showStave(ctx, { days: shown.daysAhead }),
      showToday(ctx),
      listStages(ctx),
      listAccounts(ctx),
      listShoutOuts(ctx),
      listQuestions(ctx, { perPage: shown.questions }),
      countQuestions(ctx),
      countDeadLetters(ctx),
    ]);
  const planned = [...today.posts, ...stave.lanes.flatMap(({ posts }) => posts)];
  const blockers = await listBlockers(ctx, { postIds: [...new Set(planned.map(({ id }) => id))] });
  const waiting = count + deadLetters;
  return { blockers, stave, today, stages, accounts, shoutOuts, questions, waiting };
}
