import { countQuestions, listQuestions, questionsPerPage } from "#lib/deliveries/list-questions";
import type { Context } from "#lib/kernel/context";

/** The questions of a page, and how many there are in all. */
export async function loadQuestions(ctx: Context, asked: string | undefined) {
  const count = await countQuestions(ctx);
  const pages = Math.max(1, Math.ceil(count / questionsPerPage));
  // Whoever answered the last of a page comes out on the one before.
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(asked)) || 1));
  return { count, pages, page, questions: await listQuestions(ctx, { page }) };
}
