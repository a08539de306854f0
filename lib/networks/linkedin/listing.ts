import type { Session } from "../contract/session.ts";
import { pageBack, type PagedBack } from "../kit/page-back.ts";
import { callAs } from "./call.ts";
import type { Failure } from "./failure.ts";
import type { Target } from "./reply-target.ts";
import { commentsPath } from "./request.ts";
import type { LinkedInSettings } from "./settings.ts";
import { encodeUrn } from "./urn.ts";
import { comments, posts, type CommentAnswer, type PostAnswer } from "./wire.ts";

const pageSize = 100;
const mostPages = 5;

/** Lists a page's own posts since a time, newest first. */
export function listPosts(
  session: Session,
  settings: LinkedInSettings,
  since: Date,
): Promise<PagedBack<PostAnswer> | Failure> {
  const author = encodeUrn(session.account.remoteId);
  const isOlder = ({ createdAt }: PostAnswer) =>
    createdAt !== undefined && createdAt < since.getTime();
  return pageBack<PostAnswer, Failure>(mostPages, async (start = "0") => {
    const answer = await callAs(session, settings, {
      path: `/rest/posts?q=author&author=${author}&start=${start}&count=${pageSize}&sortBy=CREATED`,
      restli: "FINDER",
      shape: posts,
    });
    if (answer.kind !== "ok") return answer;
    const { elements } = answer.value;
    return {
      kind: "ok",
      entries: elements.filter((post) => !isOlder(post)),
      next: nextStart(start, elements.length),
      isPast: elements.some(isOlder),
    };
  });
}

/** Lists the comments under a post or comment. */
export function listComments(
  session: Session,
  settings: LinkedInSettings,
  on: Target,
): Promise<PagedBack<CommentAnswer> | Failure> {
  return pageBack<CommentAnswer, Failure>(mostPages, async (start = "0") => {
    const answer = await callAs(session, settings, {
      path: `${commentsPath(on)}?start=${start}&count=${pageSize}`,
      shape: comments,
    });
    if (answer.kind !== "ok") return answer;
    const { elements: entries } = answer.value;
    return { kind: "ok", entries, next: nextStart(start, entries.length), isPast: false };
  });
}

function nextStart(start: string, count: number): string | undefined {
  return count < pageSize ? undefined : String(Number(start) + pageSize);
}
