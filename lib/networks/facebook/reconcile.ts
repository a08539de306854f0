import type { Asked, OutgoingPart, Session } from "../contract/connector.ts";
import type { ReconcileOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import { excludeBound } from "../kit/exclude-bound.ts";
import { pageBack } from "../kit/page-back.ts";
import { undecided } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import { candidateOf, comparable, idIn, publishedAs, requestIn } from "./request.ts";
import type { FacebookSettings } from "./settings.ts";
import {
  commentFields,
  commentList,
  type CommentAnswer,
  postFields,
  postList,
  type PostAnswer,
} from "./wire.ts";

const skewMs = 60_000;
const pageSize = "50";
const mostPages = 5;
const mostCandidates = 10;

interface Wanted {
  readonly on?: string | undefined;
  readonly text: string;
  readonly photos: readonly string[];
}

/** Is it among the page's own posts, or its comments under what it answers? */
export function reconcile(
  session: Session,
  settings: FacebookSettings,
  request: JsonObject,
  asked: Asked,
): Promise<ReconcileOutcome> {
  return find(session, settings, asked, requestIn(request));
}

/** By the words alone: which photos were uploaded is not known any more. */
export function search(
  session: Session,
  settings: FacebookSettings,
  { text, replyTo }: OutgoingPart,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const on = replyTo ? idIn(replyTo.parent) : undefined;
  return find(session, settings, asked, { on, text, photos: [] });
}

type Listed = PostAnswer | CommentAnswer;

async function find(
  session: Session,
  settings: FacebookSettings,
  asked: Asked,
  wanted: Wanted,
): Promise<ReconcileOutcome> {
  const since = new Date(asked.firstIntentAt.getTime() - skewMs);
  const listed = await listSince(session, settings, since, wanted.on);
  if (listed.kind !== "ok") return undecided(listed);
  const ours = listed.entries.filter((one) => isOurs(one, session));
  const free = await excludeBound(asked, ours, ({ id }) => id);
  // The oldest of equals: it is the one that was made first.
  const found = free.toReversed().find((one) => isIt(one, wanted));
  if (found) return { kind: "published", ...publishedAs(found.id, found.permalink_url) };
  const near = free.slice(0, mostCandidates).map(candidateOf);
  const candidates = near.length > 0 ? { candidates: near } : {};
  return listed.isComplete
    ? { kind: "absent", ...candidates }
    : { kind: "unknown", detail: "The list did not reach back far enough.", ...candidates };
}

/** Newest first. */
function listSince(
  session: Session,
  settings: FacebookSettings,
  since: Date,
  on: string | undefined,
) {
  const page = session.account.remoteId;
  return pageBack<Listed, Exclude<Awaited<ReturnType<typeof read>>, { kind: "ok" }>>(
    mostPages,
    async (after) => {
      const answer = await read(after);
      if (answer.kind !== "ok") return answer;
      const all: readonly Listed[] = answer.value.data;
      const entries = all.filter(({ created_time: at }) => !at || new Date(at) >= since);
      return { kind: "ok", entries, next: answer.value.next, isPast: entries.length < all.length };
    },
  );
  function read(after: string | undefined) {
    const paging = { limit: pageSize, ...(after && { after }) };
    if (on === undefined)
      return callAs(session, settings, {
        path: `/${page}/published_posts`,
        params: { fields: postFields, ...paging },
        shape: postList,
      });
    return callAs(session, settings, {
      path: `/${encodeURIComponent(on)}/comments`,
      params: {
        fields: commentFields,
        filter: "stream",
        order: "reverse_chronological",
        ...paging,
      },
      shape: commentList,
    });
  }
}

/** The list of posts holds the page's own alone; among comments whoever is named decides. */
function isOurs(one: Listed, { account }: Session): boolean {
  return !("from" in one) || one.from === undefined || one.from.id === account.remoteId;
}

function isIt(one: Listed, { text, photos }: Wanted): boolean {
  if (comparable(one.message ?? "") !== comparable(text)) return false;
  const shown = photosIn(one);
  // Other pictures under the same words are another post; a list that shows none tells nothing.
  if (photos.length > 0 && shown.length > 0) return photos.some((photo) => shown.includes(photo));
  return photos.length === 0 || text.trim() !== "";
}

function photosIn(one: Listed): string[] {
  const attached = "attachments" in one ? (one.attachments?.data ?? []) : [];
  return attached
    .flatMap(({ target, subattachments }) => [
      target,
      ...(subattachments?.data ?? []).map((sub) => sub.target),
    ])
    .flatMap((target) => target?.id ?? []);
}
