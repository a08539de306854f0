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
import { choicesOf } from "./post-choices.ts";
import { nameIn, publishedPost, publishedReply, requestIn } from "./request.ts";
import type { GoogleSettings } from "./settings.ts";
import { credentialsIn } from "./token.ts";
import { postList, reviewAnswer, type PostAnswer } from "./wire.ts";

const skewMs = 60_000;
const mostPages = 5;

export function reconcile(
  session: Session,
  settings: GoogleSettings,
  kept: JsonObject,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const request = requestIn(kept);
  return request.kind === "reply"
    ? findReply(session, settings, request, "absent")
    : findPost(session, settings, asked, {
        ...request,
        hasPicture: request.body["media"] !== undefined,
        nothing: "absent",
      });
}

/**
 * Looks for a part without its stored request: by its text and kind of post. Absence is not certain, because
 * a new post may not be listed yet.
 */
export function search(
  session: Session,
  settings: GoogleSettings,
  { text, images, replyTo, options }: OutgoingPart,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const nothing = "not-shown";
  if (replyTo)
    return findReply(session, settings, { review: nameIn(replyTo.parent), text }, nothing);
  const { topicType: topic } = choicesOf(options);
  const wanted = { summary: text, topic, hasPicture: images.length > 0, nothing } as const;
  return findPost(session, settings, asked, wanted);
}

/** Reads the reply from the review itself. */
async function findReply(
  session: Session,
  settings: GoogleSettings,
  { review, text }: { readonly review: string; readonly text: string },
  nothing: Nothing,
): Promise<ReconcileOutcome> {
  const answer = await callAs(session, settings, { path: `/v4/${review}`, shape: reviewAnswer });
  if (answer.kind === "refused" && answer.isGone) return { kind: "absent" };
  if (answer.kind !== "ok") return undecided(answer);
  const { comment: there = "", updateTime: at = "" } = answer.value.reviewReply ?? {};
  const published = publishedReply(review);
  if (isSame(there, text)) return { kind: "published", ...published };
  const candidates = there ? { candidates: [{ ...published, text: there, at }] } : {};
  return nothing === "absent"
    ? { kind: "absent", ...candidates }
    : { kind: "not-shown", detail: "The review does not show it.", ...candidates };
}

type Nothing = "absent" | "not-shown";

interface Wanted {
  readonly summary: string;
  readonly topic: string;
  readonly hasPicture: boolean;
  readonly nothing: Nothing;
}

async function findPost(
  session: Session,
  settings: GoogleSettings,
  asked: Asked,
  wanted: Wanted,
): Promise<ReconcileOutcome> {
  const since = asked.firstIntentAt.getTime() - skewMs;
  const listed = await listPosts(session, settings);
  if (listed.kind !== "ok") return undecided(listed);
  const recent = listed.entries.filter(
    ({ createTime: at }) => at === undefined || Date.parse(at) >= since,
  );
  const free = (await excludeBound(asked, recent, ({ name }) => name)).toSorted(byAge);
  return listedOutcome({
    free: free.toReversed(),
    likeness: (post) => likenessOf(post, wanted),
    candidateOf,
    isComplete: listed.isComplete,
    nothing: wanted.nothing,
  });
}

/** Lists the place's posts; Google documents no order, so all pages are read, up to the page limit. */
function listPosts(session: Session, settings: GoogleSettings) {
  const path = `/v4/${credentialsIn(session.credentials).place}/localPosts`;
  const read = (pageToken: string | undefined) =>
    callAs(session, settings, { path, params: { pageSize: "100", pageToken }, shape: postList });
  return pageBack<PostAnswer, Exclude<Awaited<ReturnType<typeof read>>, { kind: "ok" }>>(
    mostPages,
    async (pageToken) => {
      const answer = await read(pageToken);
      if (answer.kind !== "ok") return answer;
      const { localPosts: entries, nextPageToken: next } = answer.value;
      return { kind: "ok", entries, next: next || undefined, isPast: false };
    },
  );
}

function byAge({ createTime: one = "" }: PostAnswer, { createTime: other = "" }: PostAnswer) {
  return one.localeCompare(other);
}

function likenessOf(post: PostAnswer, { summary, topic, hasPicture }: Wanted): Likeness {
  const { state, topicType, media = [] } = post;
  if (state === "REJECTED" || (topicType !== undefined && topicType !== topic)) return "other";
  if (!isSame(post.summary, summary)) return "other";
  if (media.length > 0 && !hasPicture) return "other";
  return comparable(summary) !== "" && media.length > 0 === hasPicture ? "it" : "maybe";
}

function candidateOf(post: PostAnswer): Candidate {
  return { ...publishedPost(post), text: post.summary, at: post.createTime ?? "" };
}
