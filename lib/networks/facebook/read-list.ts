import type { RemoteTouchpoint } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import type { GraphAnswer } from "../kit/graph-call.ts";
import type { Seen } from "../kit/walk.ts";
import { callAs } from "./call.ts";
import type { List } from "./cursor.ts";
import type { FacebookSettings } from "./settings.ts";
import { mentionIn, reviewOf } from "./touchpoint.ts";
import { postList, ratingFields, ratingList, strangerFields } from "./wire.ts";

interface Listed {
  readonly entries: readonly {
    readonly seen: Seen;
    readonly touchpoint: RemoteTouchpoint | undefined;
  }[];
  readonly next: string | undefined;
}

/** Reads one page of a list of what other people wrote, newest first. */
export async function readList(
  session: Session,
  settings: FacebookSettings,
  list: List,
  after: string | undefined,
): Promise<GraphAnswer<Listed>> {
  const page = session.account.remoteId;
  const path = `/${page}/${list}`;
  const paging = { limit: "50", after };
  if (list === "ratings") {
    const params = { fields: ratingFields, ...paging };
    const answer = await callAs(session, settings, { path, params, shape: ratingList });
    if (answer.kind !== "ok") return answer;
    const entries = answer.value.data.map((rating) => ({
      seen: { id: rating.reviewer?.id ?? "", at: rating.created_time },
      touchpoint: reviewOf(page, rating),
    }));
    return { kind: "ok", value: { entries, next: answer.value.next } };
  }
  const params = { fields: strangerFields, ...paging };
  const answer = await callAs(session, settings, { path, params, shape: postList });
  if (answer.kind !== "ok") return answer;
  const entries = answer.value.data.map((post) => ({
    seen: { id: post.id, at: post.created_time },
    touchpoint: mentionIn(post, page),
  }));
  return { kind: "ok", value: { entries, next: answer.value.next } };
}
