import { z } from "zod";

import { listDeliveries } from "../deliveries/list-deliveries.ts";
import { postStatus, postStatuses, type PostStatus } from "../deliveries/post-status.ts";
import type { Context } from "../kernel/context.ts";
import { shortenText } from "../kernel/cut-text.ts";
import { ok, type Result } from "../kernel/result.ts";
import { listPeople } from "../people/list-people.ts";
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
  /** Its first words. */
  readonly text: string;
}

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
}

export interface Found {
  readonly people: readonly FoundPerson[];
  readonly posts: readonly FoundPost[];
}

/**
 * People by name or handle and posts by their words, however they are written. Account, stage and status
 * are of posts: where one of them is given, no people are looked for.
 */
export async function findEverything(
  ctx: Context,
  input: FindInput,
): Promise<Result<Found, never>> {
  requireRole(ctx, "viewer");
  const { search, limit, status, ...filter } = findInput.parse(input);
  const isOfPosts = Object.values({ status, ...filter }).some((value) => value !== undefined);
  if (search === "" && !isOfPosts) return ok({ people: [], posts: [] });
  const [people, posts] = await Promise.all([
    isOfPosts ? [] : findPeople(ctx, search, limit),
    findPosts(ctx, { search, ...filter }, { status, limit }),
  ]);
  return ok({ people, posts });
}

async function findPeople(ctx: Context, search: string, limit: number): Promise<FoundPerson[]> {
  const { people } = await listPeople(ctx, { search, limit });
  return people.map(({ person, identities }) => ({
    id: person.id,
    name: person.displayName,
    handle: identities[0]?.handle ?? "",
  }));
}

async function findPosts(
  ctx: Context,
  wanted: Parameters<typeof searchPosts>[1],
  { status, limit }: { status: PostStatus | undefined; limit: number },
): Promise<FoundPost[]> {
  const found: FoundPost[] = [];
  for await (const page of searchPosts(ctx, wanted)) {
    const shown = await foundPosts(ctx, page);
    found.push(...shown.filter((post) => status === undefined || post.status === status));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

async function foundPosts(ctx: Context, posts: readonly PostWithVersions[]): Promise<FoundPost[]> {
  if (posts.length === 0) return [];
  const deliveries = await listDeliveries(ctx, {
    postIds: posts.map(({ id }) => id),
    limit: 2_000,
  });
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
