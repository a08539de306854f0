import { listIn, pageIn, textIn, type Address } from "./address.ts";
import { mustAdminister, mustRead, mustSeeRoles, type Caller } from "./permissions.ts";
import { notFound } from "./problem.ts";
import { renderComment, renderNews, renderPost, renderReaction } from "./rendering.ts";
import { commentOf, memberUrn, pageUrn, postOf, type Post } from "./world.ts";

/** How one page of a list is shown. */
export function paged<Element>(address: Address, most: number, all: readonly Element[]) {
  const { start, count } = pageIn(address, most);
  const elements = all.slice(start, start + count);
  const hasMore = start + count < all.length;
  const href = `${address.path}?start=${start + count}&count=${count}`;
  const links = hasMore ? [{ type: "application/json", rel: "next", href }] : [];
  return { paging: { start, count, links, total: all.length }, elements };
}

export function listPosts(caller: Caller, address: Address, lagMs: number) {
  const author = textIn(address, "author");
  mustRead(caller, author, "partnerApiPosts.FINDER-author");
  const until = caller.world.now().getTime() - lagMs;
  const theirs = caller.world.posts.filter(
    (post) => post.author === author && !post.isDeleted && post.createdAt <= until,
  );
  return paged(address, 100, theirs.toReversed().map(renderPost));
}

export function postNamed({ world }: Pick<Caller, "world">, name: string): Post {
  const post = postOf(world, name) ?? commentOf(world, name)?.post;
  if (!post) throw notFound(`${name} does not exist`);
  return post;
}

export function showPost(caller: Caller, name: string) {
  const post = postNamed(caller, name);
  mustRead(caller, post.author, "partnerApiPosts.GET");
  return renderPost(post);
}

export function showComment(caller: Caller, on: string, id: string) {
  const post = postNamed(caller, on);
  mustRead(caller, post.author, "partnerApiSocialActions.GET-comments");
  const found = caller.world.comments.find((one) => one.id === id && one.post === post);
  if (!found || found.isDeleted) throw notFound(`Comment ${id} does not exist`);
  return renderComment(found);
}

export function listComments(caller: Caller, address: Address, on: string) {
  const post = postNamed(caller, on);
  mustRead(caller, post.author, "partnerApiSocialActions.GET_ALL-comments");
  const parent = commentOf(caller.world, on)?.urn;
  const there = caller.world.comments.filter(
    (one) => one.post === post && one.parent === parent && !one.isDeleted,
  );
  return paged(address, 100, there.map(renderComment));
}

export function listReactions(caller: Caller, address: Address, entity: string) {
  const post = postNamed(caller, entity);
  mustRead(caller, post.author, "partnerApiReactions.FINDER-entity");
  const names = [post.urn, post.activity];
  const there = caller.world.reactions.filter(({ root }) => names.includes(root));
  return paged(
    address,
    100,
    there.toReversed().map((one) => renderReaction(one, post)),
  );
}

const dayMs = 24 * 60 * 60_000;

/** For sixty days, newest first. */
export function listNews(caller: Caller, address: Address, decorates: boolean) {
  const page = textIn(address, "organizationalEntity");
  mustAdminister(caller, page, "partnerApiOrganizationalEntityNotifications.FINDER-criteria");
  const actions = listIn(address.query.get("actions"));
  const range = /^\(start:(\d+),end:(\d+)\)$/.exec(address.query.get("timeRange") ?? "");
  const oldest = caller.world.now().getTime() - 60 * dayMs;
  const [from, until] = range ? [Number(range[1]), Number(range[2])] : [oldest, Infinity];
  const told = caller.world.news.filter(
    ({ page: on, action, at }) =>
      on === page && actions.includes(action) && at >= Math.max(from, oldest) && at <= until,
  );
  return paged(
    address,
    100,
    told.toReversed().map((one) => renderNews(one, decorates)),
  );
}

/** Those of the named posts that are there. */
export function listStatistics(caller: Caller, address: Address) {
  const page = textIn(address, "organizationalEntity");
  mustAdminister(caller, page, "partnerApiShareStatistics.FINDER-organizationalEntity");
  const { world } = caller;
  const elements = listIn(address.query.get("shares")).flatMap((urn) => {
    const post = postOf(world, urn);
    if (post?.author !== page) return [];
    const names = [post.urn, post.activity];
    const shareCount = world.news.filter(
      (one) => one.action === "SHARE" && one.post === post,
    ).length;
    return [
      {
        organizationalEntity: page,
        share: urn,
        totalShareStatistics: {
          uniqueImpressionsCount: 0,
          impressionCount: 0,
          clickCount: 0,
          engagement: 0,
          shareCount,
          likeCount: world.reactions.filter(({ root }) => names.includes(root)).length,
          commentCount: world.comments.filter((one) => one.post === post && !one.isDeleted).length,
        },
      },
    ];
  });
  return paged(address, 100, elements);
}

export function listRoles(caller: Caller, address: Address) {
  mustSeeRoles(caller, "partnerApiOrganizationAcls.FINDER-roleAssignee");
  const { world, us } = caller;
  const held = world.pages.flatMap((page) =>
    (page.roles.get(us.id) ?? []).map((role) => ({
      role,
      roleAssignee: memberUrn(us),
      state: "APPROVED",
      organization: pageUrn(page),
    })),
  );
  return paged(address, 100, held);
}
