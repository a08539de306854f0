import { listAccounts } from "#lib/accounts/list-accounts";
import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import { showStave } from "#lib/analytics/show-stave";
import { showToday } from "#lib/analytics/show-today";
import { countQuestions, listQuestions } from "#lib/deliveries/list-questions";
import type { Context } from "#lib/kernel/context";
import { listHolds } from "#lib/publisher/list-blockers";
import { listStages } from "#lib/workspaces/list-stages";

/** Everything that Today tells; of the questions only the first few, and how many wait. */
export async function loadToday(
  ctx: Context,
  shown: { readonly daysAhead: number; readonly questions: number },
) {
  const [stave, today, stages, accounts, shoutOuts, questions, waiting] = await Promise.all([
    showStave(ctx, { days: shown.daysAhead }),
    showToday(ctx),
    listStages(ctx),
    listAccounts(ctx),
    listShoutOuts(ctx),
    listQuestions(ctx, { perPage: shown.questions }),
    countQuestions(ctx),
  ]);
  const planned = [...today.posts, ...stave.lanes.flatMap(({ posts }) => posts)];
  const holds = await listHolds(ctx, { postIds: [...new Set(planned.map(({ id }) => id))] });
  return { holds, stave, today, stages, accounts, shoutOuts, questions, waiting };
}
