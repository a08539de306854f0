import { repeatPost } from "#lib/deliveries/repeat-post";
import type { Context } from "#lib/kernel/context";
import { listPosts } from "#lib/posts/list-posts";
import type { PostWithVersions } from "#lib/posts/post";

interface Given {
  readonly postId: string;
  readonly rule: string;
  readonly from?: string;
  readonly alsoWordsOf?: string[];
}

export async function haveRecurrence(ctx: Context, given: Given) {
  const outcome = await repeatPost(ctx, { alsoWordsOf: [], ...given });
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${JSON.stringify(outcome.detail)}`);
  return outcome.value;
}

/** Its posts that are planned or out, in their order. */
export async function occurrencesOf(
  ctx: Context,
  recurrenceId: string,
): Promise<PostWithVersions[]> {
  const posts = await listPosts(ctx, { state: "scheduled", limit: 200 });
  const own = posts.filter((post) => post.recurrenceId === recurrenceId);
  return own.toSorted((one, other) => Number(one.publishAt) - Number(other.publishAt));
}
