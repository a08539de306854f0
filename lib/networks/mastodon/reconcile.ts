import type { Asked, OutgoingPart } from "../contract/connector.ts";
import type { ReconcileOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { excludeBound } from "../kit/exclude-bound.ts";
import { undecided } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import { honoursKey, keepsPictureIds } from "./known-servers.ts";
import { listOwn, type Listing } from "./listing.ts";
import { mayBe } from "./may-be.ts";
import { plainText } from "./plain-text.ts";
import { targetIn } from "./reply-target.ts";
import { candidateOf, contentIn, publishedAs, type Content } from "./request.ts";
import { isSameText } from "./same-text.ts";
import { softwareAt, type Software } from "./software.ts";
import { sourceAnswer, type StatusAnswer } from "./wire.ts";

const mostCandidates = 10;

/**
 * Searches our own posts since the first intent for the post that `request` would have made. If it is not
 * found, the server's software decides whether that proves its absence.
 */
export async function reconcile(
  session: Session,
  request: JsonObject,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const wanted = contentIn(request);
  return find(session, asked, {
    text: wanted.status,
    warning: wanted.spoiler_text,
    pictures: wanted.media_ids.length,
    isAlike: (status, software) =>
      isAlike(status, wanted) && hasSameImages(status, wanted, software),
  });
}

/** Does the same without the stored request: image ids and a mention added before the text may differ. */
export function search(
  session: Session,
  part: OutgoingPart,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const answered = part.replyTo ? targetIn(part.replyTo.parent) : undefined;
  const attached = part.images.length + (part.video ? 1 : 0);
  return find(session, asked, {
    text: part.text,
    warning: part.warning ?? "",
    pictures: attached,
    called: answered?.handle,
    isAlike: (status) =>
      (attached === 0 || hasWords({ status: part.text, spoiler_text: part.warning ?? "" })) &&
      status.media_attachments.length === attached &&
      isAlike(status, {
        spoiler_text: part.warning ?? "",
        in_reply_to_id: answered?.id,
        poll: part.poll ? { options: [...part.poll.options] } : undefined,
      }),
  });
}

interface Wanted {
  readonly text: string;
  readonly warning: string;
  readonly pictures: number;
  /** Handle that publishing may have added as a mention before the text. */
  readonly called?: string | undefined;
  readonly isAlike: (status: StatusAnswer, software: Software | undefined) => boolean;
}

/** Asks for the server's software each time, because it may have changed since the account was connected. */
async function find(session: Session, asked: Asked, wanted: Wanted): Promise<ReconcileOutcome> {
  const listing = await listOwn(session, asked.firstIntentAt);
  if (listing.kind !== "ok") return undecided(listing);
  const software = await softwareAt(session, session.account.origin);
  if (software.kind !== "ok") return undecided(software);
  const free = await excludeBound(asked, listing.statuses, ({ id }) => id);
  // Of several equal posts the oldest is taken, because it was made first.
  for (const status of free.toReversed()) {
    if (!wanted.isAlike(status, software.value)) continue;
    const isIt = await hasText(session, status, wanted);
    if (isIt) return { kind: "published", ...publishedAs(status) };
  }
  return notFound(listing, free, wanted, software.value);
}

/** Returns the outcome if no post matches. Posts that might be it come first among the candidates. */
function notFound(
  { isComplete }: Listing,
  free: readonly StatusAnswer[],
  wanted: Wanted,
  software: Software | undefined,
): ReconcileOutcome {
  const near = free.filter((status) => mayBe(status, wanted));
  const found = [...new Set([...near, ...free])].slice(0, mostCandidates).map(candidateOf);
  const candidates = found.length > 0 ? { candidates: found } : {};
  const isKnown = honoursKey(software);
  if (isKnown && !isComplete)
    return {
      kind: "unknown",
      detail: "The list of posts did not reach back far enough.",
      ...candidates,
    };
  if (isKnown && near.length === 0) return { kind: "absent", ...candidates };
  const detail =
    near.length > 0
      ? "A post that was made since looks like it."
      : "Not being shown proves nothing on this server.";
  return { kind: "not-shown", detail, ...candidates };
}

function isAlike(
  status: StatusAnswer,
  { spoiler_text, in_reply_to_id, poll }: Pick<Content, "spoiler_text" | "in_reply_to_id" | "poll">,
): boolean {
  const options = status.poll?.options.map(({ title }) => title) ?? [];
  const isSamePoll = JSON.stringify(options) === JSON.stringify(poll?.options ?? []);
  const isSameParent = (status.in_reply_to_id ?? undefined) === in_reply_to_id;
  return isSamePoll && isSameParent && isSameText(status.spoiler_text ?? "", spoiler_text);
}

/** Compares images by id, or by number if the server changes ids at posting and the post has text. */
function hasSameImages(
  status: StatusAnswer,
  content: Content,
  software: Software | undefined,
): boolean {
  const { media_ids } = content;
  const theirs = status.media_attachments.map(({ id }) => id).toSorted();
  if (JSON.stringify(theirs) === JSON.stringify(media_ids.toSorted())) return true;
  return !keepsPictureIds(software) && theirs.length === media_ids.length && hasWords(content);
}

/** Whether there is any text. Images without known ids do not identify a post that has no text. */
function hasWords({ status, spoiler_text }: Pick<Content, "status" | "spoiler_text">): boolean {
  return (status + spoiler_text).trim() !== "";
}

/** Compares with the shown text, then with the typed text if the server still has its source. */
async function hasText(
  session: Session,
  status: StatusAnswer,
  { text, called }: Wanted,
): Promise<boolean> {
  const shown = plainText(status.content);
  const wordings = [text, ...(called ? [`@${called} ${text}`] : [])];
  const isShown = wordings.some((wording) => isSameText(shown, wording));
  if (isShown) return true;
  const path = `/api/v1/statuses/${encodeURIComponent(status.id)}/source`;
  const source = await callAs(session, { path, shape: sourceAnswer });
  if (source.kind !== "ok") return false;
  const typed = source.value.text;
  return wordings.some((wording) => isSameText(typed, wording));
}
