import { z } from "zod";

import { listDeliveries } from "../deliveries/list-deliveries.ts";
import { postStatus, postStatuses, type PostStatus } from "../deliveries/post-status.ts";
import type { Context } from "../kernel/context.ts";
import { shortenText } from "../kernel/cut-text.ts";
import { ok, type Result } from "../kernel/result.ts";
import { findPeople, type FoundPeople } from "../people/find-people.ts";
import type { PostWithVersions } from "../posts/post.ts";
import { searchPosts } from "../posts/search-posts.ts";
import { requireRole } from "../workspaces/require-role.ts";

export const findInput = z.object({
  search: z.string().trim().max(200).default(""),
  accountId: z.string().max(100).optional(),
  stageId: z.string().max(100).optional(),
  status: z.enum(postStatuses).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(6),
});

export type FindInput = z.input<typeof findInput>;

export interface FoundPost {
  readonly id: string;
  readonly status: PostStatus;
  readonly stageId: string | null;
  readonly publishAt: Date | null;
  readonly accountIds: readonly string[];
  /** The beginning of the first part. */
  readonly text: string;
}

export interface Found {
  readonly people: FoundPeople["people"];
  readonly posts: readonly FoundPost[];
  /**
   * Whether there are more matches. The newest are listed first; if very many match, followed by some of the
   * rest.
   */
  readonly hasMore: { readonly people: boolean; readonly posts: boolean };
}

/**
 * Finds people by name or handle and posts by their words. With a filter by account, stage or status, only
 * posts are searched.
 */
export async function findEverything(
  ctx: Context,
  input: FindInput,
): Promise<Result<Found, never>> {
  requireRole(ctx, "viewer");
  const { search, limit, status, ...filter } = findInput.parse(input);
  const isOfPosts = Object.values({ status, ...filter }).some((value) => value !== undefined);
  const none = { people: [], hasMore: false };
  if (search === "" && !isOfPosts)
    return ok({ ...none, posts: [], hasMore: { people: false, posts: false } });
  const [{ people, hasMore }, posts] = await Promise.all([
    isOfPosts ? none : findPeople(ctx, { search, limit }),
    findPosts(ctx, { search, ...filter }, { status, limit: limit + 1 }),
  ]);
  const more = { people: hasMore, posts: posts.length > limit };
  return ok({ people, posts: posts.slice(0, limit), hasMore: more });
}

async function findPosts(
  ctx: Context,
  wanted: Parameters<typeof searchPosts>[1],
  { status, limit }: { status: PostStatus | undefined; limit: number },
): Promise<FoundPost[]> {
  const found: FoundPost[] = [];
  for await (const page of searchPosts(ctx, wanted)) {
    // Without a status filter, only as many posts as needed are examined, because a page may hold hundreds.
    const wanted = status === undefined ? page.slice(0, limit - found.length) : page;
    const shown = await foundPosts(ctx, wanted);
    found.push(...shown.filter((post) => status === undefined || post.status === status));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

async function foundPosts(ctx: Context, posts: readonly PostWithVersions[]): Promise<FoundPost[]> {
  if (posts.length === 0) return [];
  const deliveries = await listDeliveries(ctx, { postIds: posts.map(({ id }) => id) });
  return posts.map((post) => ({
    id: post.id,
    status: postStatus(
      post,
      deliveries.filter(({ postId }) => postId === post.id),
    ),
    stageId: post.stageId,
    publishAt: post.publishAt,
    accountIds: post.versions.map(({ accountId }) => accountId),
    text: shortenText(post.parts[0]?.text ?? "", 140),
  }));
}
