import type { Asked, OutgoingPart } from "../contract/connector.ts";
import type { ReconcileOutcome } from "../contract/outcome.ts";
import type { Candidate, JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { excludeBound } from "../kit/exclude-bound.ts";
import { type Likeness, listedOutcome } from "../kit/listed-outcome.ts";
import { pageBack, type PagedBack } from "../kit/page-back.ts";
import { undecided } from "../kit/read-failure.ts";
import type { Failure } from "./failure.ts";
import { moment, readPosts } from "./listing.ts";
import { targetOf } from "./reply-target.ts";
import { publishedAs, requestIn } from "./request.ts";
import type { XSettings } from "./settings.ts";
import { comparable, comparablePost, readable, withoutLead } from "./text.ts";
import type { XPost } from "./wire.ts";

const skewMs = 60_000;
const pageSize = "100";
const mostPages = 5;

/** Searches our own posts since the first intent for the post that `request` would have made. */
export function reconcile(
  session: Session,
  settings: XSettings,
  request: JsonObject,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const { text = "", media, reply } = requestIn(request);
  const pictures = media?.media_ids ?? [];
  const answers = reply?.in_reply_to_tweet_id;
  return find(session, settings, asked, { text, images: pictures.length, pictures, answers });
}

/** Does the same without the stored request, by text, number of images and the post replied to. */
export function search(
  session: Session,
  settings: XSettings,
  { text, images, replyTo }: OutgoingPart,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const answers = targetOf(replyTo)?.id;
  return find(session, settings, asked, { text, images: images.length, pictures: [], answers });
}

interface Wanted {
  readonly text: string;
  readonly images: number;
  /** The media ids of the stored request; empty if there is none. */
  readonly pictures: readonly string[];
  readonly answers: string | undefined;
}

async function find(
  session: Session,
  settings: XSettings,
  asked: Asked,
  wanted: Wanted,
): Promise<ReconcileOutcome> {
  const since = new Date(asked.firstIntentAt.getTime() - skewMs);
  const { listed, read } = await listSince(session, settings, since);
  const told = await tell(session, settings, asked, { wanted, listed });
  return read > 0 ? { ...told, cost: read * settings.reading.ownPost } : told;
}

async function tell(
  session: Session,
  settings: XSettings,
  asked: Asked,
  { wanted, listed }: { wanted: Wanted; listed: Listed },
): Promise<ReconcileOutcome> {
  if (listed.kind !== "ok") return undecided(listed);
  const free = await excludeBound(asked, listed.entries, ({ id }) => id);
  const { handle } = session.account;
  return listedOutcome({
    free,
    likeness: (post) => likenessOf(post, wanted),
    candidateOf: (post) => candidateOf(settings, handle, post),
    isComplete: listed.isComplete,
    nothing: "absent",
  });
}

type Listed = Failure | PagedBack<XPost>;

/** Reads our own posts back to `since`, newest first. `read` is the number of posts that X charges for. */
async function listSince(
  session: Session,
  settings: XSettings,
  since: Date,
): Promise<{ listed: Listed; read: number }> {
  const path = `users/${session.account.remoteId}/tweets`;
  const window = { max_results: pageSize, start_time: moment(since), exclude: "retweets" };
  let read = 0;
  const listed = await pageBack<XPost, Failure>(mostPages, async (token) => {
    const answer = await readPosts(session, settings, {
      path,
      params: { ...window, ...(token ? { pagination_token: token } : {}) },
      expansions: ["references"],
    });
    if (answer.kind !== "ok") return answer;
    const { data, meta } = answer.value;
    read += data.length;
    const entries = data.filter((post) => !isOlder(post, since));
    return { kind: "ok", entries, next: meta?.next_token, isPast: false };
  });
  return { listed, read };
}

function isOlder({ created_at: at }: XPost, since: Date): boolean {
  return at !== undefined && new Date(at) < since;
}

function likenessOf(post: XPost, wanted: Wanted): Likeness {
  const keys = post.attachments?.media_keys ?? [];
  if (keys.length !== wanted.images || !isSaidThere(post, wanted)) return "other";
  const { pictures, text } = wanted;
  // A media key is a digit for the kind, an underscore and the media id of the upload.
  if (pictures.some((id) => keys.some((key) => key.endsWith(`_${id}`)))) return "it";
  return pictures.length > 0 || comparable(text) === "" ? "maybe" : "it";
}

function isSaidThere(post: XPost, { text, answers }: Wanted): boolean {
  if (post.references.find(({ type }) => type === "replied_to")?.id !== answers) return false;
  const [theirs, ours] = [comparablePost(post), comparable(text)];
  return theirs === ours || (answers !== undefined && withoutLead(theirs) === withoutLead(ours));
}

function candidateOf(settings: XSettings, handle: string, post: XPost): Candidate {
  const { remoteId, reference, url } = publishedAs(settings, handle, post.id);
  return { remoteId, reference, url, text: readable(post), at: post.created_at ?? "" };
}
