import type { Asked, OutgoingPart } from "../contract/connector.ts";
import type { ReconcileOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { excludeBound } from "../kit/exclude-bound.ts";
import { type Likeness, listedOutcome } from "../kit/listed-outcome.ts";
import { pageBack } from "../kit/page-back.ts";
import { undecided } from "../kit/read-failure.ts";
import { comparable, isSame } from "../kit/same-text.ts";
import { callAs } from "./call.ts";
import { candidateOf, idIn, requestIn } from "./request.ts";
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

interface Wanted {
  readonly on?: string | undefined;
  readonly text: string;
  readonly pictures: number;
  /** Ids of the uploaded photos; empty if they are not known. */
  readonly photos: readonly string[];
}

/**
 * Looks for the delivery among the page's own posts, or among its comments under the post that it answers.
 */
export function reconcile(
  session: Session,
  settings: FacebookSettings,
  request: JsonObject,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const { on, text, photos } = requestIn(request);
  const wanted = { on, text, photos, pictures: photos.length };
  return find(session, settings, asked, wanted, "absent");
}

/**
 * Looks for a part by its text and its number of pictures, without knowing the photo ids. Absence is not
 * certain, because the list may lag.
 */
export function search(
  session: Session,
  settings: FacebookSettings,
  { text, images, replyTo }: OutgoingPart,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const on = replyTo ? idIn(replyTo.parent) : undefined;
  const wanted = { on, text, photos: [], pictures: images.length };
  return find(session, settings, asked, wanted, "not-shown");
}

type Listed = PostAnswer | CommentAnswer;

async function find(
  session: Session,
  settings: FacebookSettings,
  asked: Asked,
  wanted: Wanted,
  nothing: "absent" | "not-shown",
): Promise<ReconcileOutcome> {
  const since = new Date(asked.firstIntentAt.getTime() - skewMs);
  const listed = await listSince(session, settings, since, wanted.on);
  if (listed.kind !== "ok") return undecided(listed);
  const { remoteId } = session.account;
  const ours = listed.entries.filter((one) => mayBeOurs(one, remoteId, wanted));
  const free = await excludeBound(asked, ours, ({ id }) => id);
  return listedOutcome({
    free,
    likeness: (one) => likenessOf(one, remoteId, wanted),
    candidateOf,
    isComplete: listed.isComplete,
    nothing,
  });
}

/** Lists the entries since the given time, newest first. */
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

/**
 * Whether an entry may be the page's own. The list of posts has only the page's own; a comment without an
 * author (a missing permission) counts only if its text is the same.
 */
function mayBeOurs(one: Listed, page: string, { on, text }: Wanted): boolean {
  if (on === undefined || one.from?.id === page) return true;
  return one.from === undefined && isSame(one.message, text);
}

/** Compares text and pictures; the same text with other pictures is another post. */
function likenessOf(one: Listed, page: string, wanted: Wanted): Likeness {
  if (!isSame(one.message, wanted.text)) return "other";
  if (wanted.on !== undefined && one.from?.id !== page) return "maybe";
  const shown = picturesOf(one);
  if (wanted.pictures === 0 && shown.count > 0) return "other";
  return byPhotos(shown, wanted) ?? (isAlike(shown, wanted) ? "it" : "maybe");
}

/** Compares by photo ids; undefined if either side has none. */
function byPhotos({ ids }: Shown, { photos }: Wanted): Likeness | undefined {
  if (photos.length === 0 || ids.length === 0) return undefined;
  return photos.some((photo) => ids.includes(photo)) ? "it" : "other";
}

function isAlike({ count, areCounted }: Shown, { text, pictures }: Wanted): boolean {
  const isAsMany = areCounted ? count === pictures : count > 0 === pictures > 0;
  return isAsMany && comparable(text) !== "";
}

interface Shown {
  readonly ids: readonly string[];
  readonly count: number;
  readonly areCounted: boolean;
}

/**
 * Returns the pictures of a post or comment, without link previews, which are attachments too. A comment
 * tells only whether it has a picture, not which.
 */
function picturesOf(one: Listed): Shown {
  if ("attachment" in one)
    return { ids: [], count: one.attachment?.type?.includes("photo") ? 1 : 0, areCounted: false };
  const attached = "attachments" in one ? (one.attachments?.data ?? []) : [];
  const all = attached
    .filter(({ media_type: type }) => type !== undefined && pictured.has(type))
    .flatMap(({ target, subattachments }) => subattachments?.data ?? [{ target }]);
  const ids = all.flatMap(({ target }) => target?.id ?? []);
  return { ids, count: all.length, areCounted: true };
}

const pictured = new Set(["photo", "album"]);
