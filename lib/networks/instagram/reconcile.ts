import type { Asked, OutgoingPart } from "../contract/connector.ts";
import type { ReconcileOutcome } from "../contract/outcome.ts";
import type { Candidate, JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { excludeBound } from "../kit/exclude-bound.ts";
import { type Likeness, listedOutcome } from "../kit/listed-outcome.ts";
import { pageBack } from "../kit/page-back.ts";
import { undecided } from "../kit/read-failure.ts";
import { comparable, isSame } from "../kit/same-text.ts";
import { callAs } from "./call.ts";
import { readContainer } from "./container.ts";
import { publishedAs, requestIn, targetIn, type Target } from "./request.ts";
import type { InstagramSettings } from "./settings.ts";
import {
  commentFields,
  commentList,
  mediaFields,
  mediaList,
  type MediaAnswer,
  type ReplyAnswer,
} from "./wire.ts";

const skewMs = 60_000;
const pageSize = "50";
const mostPages = 5;

/**
 * Reads from the container whether it was published, and finds the resulting post in the account's own list.
 */
export async function reconcile(
  session: Session,
  settings: InstagramSettings,
  request: JsonObject,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const sent = requestIn(request);
  if ("on" in sent) return findComment(session, settings, asked, sent);
  const state = await readContainer(session, settings, sent.container);
  if (state.kind === "refused")
    return { kind: "unknown", detail: `Instagram does not know the container. ${state.detail}` };
  if (state.kind !== "ok") return undecided(state);
  if (state.value.status_code !== "PUBLISHED") return { kind: "absent" };
  const found = await findMedia(session, settings, asked, sent);
  return found.kind === "absent"
    ? { ...found, kind: "unknown", detail: "It is out, and Instagram does not list it yet." }
    : found;
}

/** Looks for a part without its container: by its text and by whether it has several pictures. */
export function search(
  session: Session,
  settings: InstagramSettings,
  { text, images, replyTo }: OutgoingPart,
  asked: Asked,
): Promise<ReconcileOutcome> {
  if (!replyTo) return findMedia(session, settings, asked, { text, isCarousel: images.length > 1 });
  return findComment(session, settings, asked, { on: targetIn(replyTo.parent), text });
}

interface Wanted {
  readonly text: string;
  /** Undefined in requests stored before this field existed. */
  readonly isCarousel?: boolean | undefined;
}

async function findMedia(
  session: Session,
  settings: InstagramSettings,
  asked: Asked,
  wanted: Wanted,
): Promise<ReconcileOutcome> {
  const since = new Date(asked.firstIntentAt.getTime() - skewMs);
  const listed = await listSince(session, settings, since);
  if (listed.kind !== "ok") return undecided(listed);
  const free = await excludeBound(asked, listed.entries, ({ id }) => id);
  const { handle } = session.account;
  return listedOutcome({
    free,
    likeness: (media) => likenessOf(media, wanted),
    candidateOf: (media) => candidateOf(media, handle),
    isComplete: listed.isComplete,
    nothing: "absent",
  });
}

function likenessOf(media: MediaAnswer, { text, isCarousel }: Wanted): Likeness {
  const { caption, media_type: type } = media;
  if (!isSame(caption, text)) return "other";
  const isOther = type && isCarousel !== undefined && isCarousel !== (type === "CAROUSEL_ALBUM");
  if (isOther) return "other";
  return comparable(text) === "" ? "maybe" : "it";
}

/** Lists the entries since the given time, newest first. */
function listSince(session: Session, settings: InstagramSettings, since: Date) {
  return pageBack<MediaAnswer, Exclude<Awaited<ReturnType<typeof read>>, { kind: "ok" }>>(
    mostPages,
    async (after) => {
      const answer = await read(after);
      if (answer.kind !== "ok") return answer;
      const { data, next } = answer.value;
      const entries = data.filter(({ timestamp: at }) => !at || new Date(at) >= since);
      return { kind: "ok", entries, next, isPast: entries.length < data.length };
    },
  );
  function read(after: string | undefined) {
    const path = `/${session.account.remoteId}/media`;
    const params = { fields: mediaFields, limit: pageSize, after };
    return callAs(session, settings, { path, params, shape: mediaList });
  }
}

/**
 * Looks for a comment, which has no container. If Instagram does not show it, that proves nothing, so it is
 * never sent again automatically.
 */
async function findComment(
  session: Session,
  settings: InstagramSettings,
  asked: Asked,
  { on, text }: { readonly on: Target; readonly text: string },
): Promise<ReconcileOutcome> {
  const hidden = { kind: "not-shown", detail: "Instagram does not show the comment." } as const;
  if (on.kind === "mention") return hidden;
  const edge = on.kind === "comment" ? "replies" : "comments";
  const answer = await callAs(session, settings, {
    path: `/${encodeURIComponent(on.id)}/${edge}`,
    params: { fields: commentFields, limit: pageSize },
    shape: commentList,
  });
  if (answer.kind !== "ok") return undecided(answer);
  const { handle } = session.account;
  const since = asked.firstIntentAt.getTime() - skewMs;
  const ours = answer.value.data.filter(
    (one) => isBy(one, handle) && Date.parse(one.timestamp ?? "") >= since,
  );
  const free = await excludeBound(asked, ours, ({ id }) => id);
  const found = free.findLast((one) => isSame(one.text, text));
  return found
    ? { kind: "published", ...publishedAs(found.id, "comment", handle, undefined) }
    : hidden;
}

function isBy({ username, from }: ReplyAnswer, handle: string): boolean {
  return (username ?? from?.username ?? "").toLowerCase() === handle.toLowerCase();
}

function candidateOf(
  { id, caption: text = "", timestamp: at = "", permalink }: MediaAnswer,
  handle: string,
): Candidate {
  return { ...publishedAs(id, "media", handle, permalink), text, at };
}
