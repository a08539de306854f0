import type { Asked, OutgoingPart } from "../contract/connector.ts";
import type { ReconcileOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { excludeBound } from "../kit/exclude-bound.ts";
import { type Likeness, listedOutcome } from "../kit/listed-outcome.ts";
import { undecided } from "../kit/read-failure.ts";
import { comparable, isSame } from "../kit/same-text.ts";
import { listComments, listPosts } from "./listing.ts";
import { plainText } from "./little-text.ts";
import { manifest } from "./manifest.ts";
import { targetOf, type Target } from "./reply-target.ts";
import { commentCandidate, postCandidate, publishedComment, requestIn } from "./request.ts";
import type { LinkedInSettings } from "./settings.ts";
import { mayRead } from "./token.ts";
import type { PostAnswer } from "./wire.ts";

const skewMs = 60_000;

interface Wanted {
  readonly text: string;
  readonly images: number;
  /** URNs of the uploaded images; empty if they are not known. */
  readonly pictures: readonly string[];
  readonly isPoll: boolean;
}

/**
 * Looks for the result of a request. A page's posts are listed, and a post that is not listed may be sent
 * again, because LinkedIn refuses a repetition and names the first. A member's posts cannot be listed, so the
 * post is sent again as a probe while LinkedIn still recognises it. A comment is never sent again, because
 * LinkedIn may accept it twice.
 */
export function reconcile(
  session: Session,
  settings: LinkedInSettings,
  snapshot: JsonObject,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const request = requestIn(snapshot);
  if (request.kind === "comment")
    return findComment(session, settings, asked, {
      on: request.on,
      text: request.body.message.text,
    });
  return findPost(session, settings, asked, wantedIn(request.body));
}

/** Looks for a part without its stored request. */
export function search(
  session: Session,
  settings: LinkedInSettings,
  { text, images, poll, replyTo }: OutgoingPart,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const on = targetOf(replyTo);
  if (on) return findComment(session, settings, asked, { on, text });
  return findPost(session, settings, asked, {
    text: comparable(text),
    images: images.length,
    pictures: [],
    isPoll: poll !== undefined,
  });
}

/** Returns what a sent post looks like when LinkedIn lists it. */
function wantedIn(body: JsonObject): Wanted {
  const { commentary, content } = body as unknown as PostAnswer;
  const post = { commentary, content } as PostAnswer;
  const pictures = picturesIn(post);
  const isPoll = content?.poll !== undefined;
  return { text: shownText(post), images: pictures.length, pictures, isPoll };
}

async function findPost(
  session: Session,
  settings: LinkedInSettings,
  asked: Asked,
  wanted: Wanted,
): Promise<ReconcileOutcome> {
  if (!mayRead(session)) return probe(session, asked);
  const since = new Date(asked.firstIntentAt.getTime() - skewMs);
  const listed = await listPosts(session, settings, since);
  if (listed.kind !== "ok")
    return "isDenied" in listed && listed.isDenied ? probe(session, asked) : undecided(listed);
  const free = await excludeBound(asked, listed.entries, ({ id }) => id);
  return listedOutcome({
    free,
    likeness: (post) => likenessOf(post, wanted),
    candidateOf: (post) => postCandidate(settings, post),
    isComplete: listed.isComplete,
    nothing: "absent",
  });
}

/**
 * Reads nothing. Returns "absent", which lets the engine send again, as long as LinkedIn recognises a
 * repetition.
 */
function probe({ now }: Session, { firstIntentAt, mayProbe }: Asked): ReconcileOutcome {
  const age = now().getTime() - firstIntentAt.getTime();
  if (mayProbe && age < manifest.outcome.repeatableMs) return { kind: "absent" };
  return { kind: "not-shown", detail: "LinkedIn shows nobody what a member has posted." };
}

function likenessOf(post: PostAnswer, { text, images, pictures, isPoll }: Wanted): Likeness {
  const shown = picturesIn(post);
  const isOfAnotherKind = (post.content?.poll !== undefined) !== isPoll;
  if (shownText(post) !== text || shown.length !== images || isOfAnotherKind) return "other";
  if (pictures.some((picture) => shown.includes(picture))) return "it";
  return pictures.length > 0 || text === "" ? "maybe" : "it";
}

function shownText({ commentary }: PostAnswer): string {
  return comparable(plainText(commentary));
}

function picturesIn({ content }: PostAnswer): string[] {
  const single = content?.media?.id;
  return content?.multiImage?.images.map(({ id = "" }) => id) ?? (single ? [single] : []);
}

async function findComment(
  session: Session,
  settings: LinkedInSettings,
  asked: Asked,
  { on, text }: { on: Target; text: string },
): Promise<ReconcileOutcome> {
  const hidden = "LinkedIn does not show this sign-in the comments there.";
  if (!mayRead(session)) return { kind: "not-shown", detail: hidden };
  const listed = await listComments(session, settings, on);
  if (listed.kind !== "ok")
    return "isDenied" in listed && listed.isDenied
      ? { kind: "not-shown", detail: hidden }
      : undecided(listed);
  const since = asked.firstIntentAt.getTime() - skewMs;
  const ours = listed.entries.filter(
    ({ actor, created }) => actor === session.account.remoteId && created.time >= since,
  );
  const free = await excludeBound(asked, ours, ({ commentUrn }) => commentUrn);
  const found = free.find(({ message }) => isSame(message.text, text));
  if (found) return { kind: "published", ...publishedComment(settings, on, found.commentUrn) };
  const candidates = free.map((comment) => commentCandidate(settings, on, comment));
  return { kind: "not-shown", detail: "It is not among the comments there.", candidates };
}
