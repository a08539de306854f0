import type { Asked, OutgoingPart, Session } from "../contract/connector.ts";
import type { ReconcileOutcome } from "../contract/outcome.ts";
import type { Candidate, JsonObject } from "../contract/remote.ts";
import { excludeBound } from "../kit/exclude-bound.ts";
import { pageBack } from "../kit/page-back.ts";
import { undecided } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import { choicesOf } from "./post-choices.ts";
import { nameIn, publishedPost, publishedReply, requestIn } from "./request.ts";
import { isSame } from "./same-text.ts";
import type { GoogleSettings } from "./settings.ts";
import { credentialsIn } from "./token.ts";
import { postList, reviewAnswer, type PostAnswer } from "./wire.ts";

const skewMs = 60_000;
const mostPages = 5;
const mostCandidates = 10;

export function reconcile(
  session: Session,
  settings: GoogleSettings,
  kept: JsonObject,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const request = requestIn(kept);
  return request.kind === "reply"
    ? findReply(session, settings, request.review, request.text)
    : findPost(session, settings, asked, request);
}

/** The same where what was sent is forgotten: a post is known again by its words and its kind. */
export function search(
  session: Session,
  settings: GoogleSettings,
  { text, replyTo, options }: OutgoingPart,
  asked: Asked,
): Promise<ReconcileOutcome> {
  if (replyTo) return findReply(session, settings, nameIn(replyTo.parent), text);
  const wanted = { summary: text, topic: choicesOf(options).topicType };
  return findPost(session, settings, asked, wanted);
}

/** A review says itself how it was answered. */
async function findReply(
  session: Session,
  settings: GoogleSettings,
  review: string,
  text: string,
): Promise<ReconcileOutcome> {
  const answer = await callAs(session, settings, { path: `/v4/${review}`, shape: reviewAnswer });
  if (answer.kind === "refused" && answer.isGone) return { kind: "absent" };
  if (answer.kind !== "ok") return undecided(answer);
  const there = answer.value.reviewReply?.comment ?? "";
  return isSame(there, text)
    ? { kind: "published", ...publishedReply(review) }
    : { kind: "absent" };
}

interface Wanted {
  readonly summary: string;
  readonly topic: string;
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
  // The oldest of equals: it is the one that was made first.
  const found = free.find((post) => isIt(post, wanted));
  if (found) return { kind: "published", ...publishedPost(found) };
  const near = free.toReversed().slice(0, mostCandidates).map(candidateOf);
  const candidates = near.length > 0 ? { candidates: near } : {};
  return listed.isComplete
    ? { kind: "absent", ...candidates }
    : { kind: "unknown", detail: "The list of posts is too long to be read.", ...candidates };
}

/** All of them: Google does not say in which order it lists. */
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

function isIt(
  { summary, topicType, state }: PostAnswer,
  { summary: text, topic }: Wanted,
): boolean {
  if (state === "REJECTED" || (topicType !== undefined && topicType !== topic)) return false;
  return isSame(summary, text);
}

function candidateOf(post: PostAnswer): Candidate {
  return { ...publishedPost(post), text: post.summary, at: post.createTime ?? "" };
}
