import { sha256 } from "../../kernel/sha256.ts";
import type { OutgoingPart } from "../contract/connector.ts";
import { countText } from "../contract/limits.ts";
import type {
  PrepareOutcome,
  PublishOutcome,
  ReconcileOutcome,
  RemoveOutcome,
} from "../contract/outcome.ts";
import type { JsonObject, Published } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { feedUrl, type PracticeImage } from "./feed.ts";
import { limits } from "./limits.ts";
import type { PracticeStore } from "./practice-store.ts";
import { findPracticePost, insertPracticePost, markPracticePostRemoved } from "./repository.ts";

export async function prepare(
  store: PracticeStore,
  session: Session,
  part: OutgoingPart,
): Promise<PrepareOutcome> {
  const { used, max, isOver } = countText(part.text, limits.text);
  if (isOver)
    return { kind: "refused", code: "text-too-long", detail: `${used} graphemes, limit ${max}` };
  if (part.images.length > limits.images.max)
    return { kind: "refused", code: "invalid", detail: `${part.images.length} images, limit 4` };
  const parent = part.replyTo?.parent;
  if (parent !== undefined && !(await isThere(store, session, parent)))
    return { kind: "refused", code: "reply-target-gone", detail: "No such post." };
  for (const { mediaId } of part.images) await session.image(mediaId);
  return {
    kind: "ready",
    request: {
      id: idOf(session, part),
      text: part.text,
      images: part.images.map(({ mediaId, alt }) => ({ mediaId, alt })),
      replyTo: typeof parent === "string" ? parent : null,
    },
  };
}

export async function publish(
  store: PracticeStore,
  session: Session,
  request: JsonObject,
): Promise<PublishOutcome> {
  const { id, text, images, replyTo } = read(request);
  const accountId = session.account.remoteId;
  await store.transact(async (tx) => {
    // The time is read within the transaction, so that collecting does not pass it before the post is
    // visible.
    const postedAt = session.now();
    const post = { id, accountId, text, images, replyTo, postedAt, removedAt: null };
    await insertPracticePost(tx, post);
  });
  return { kind: "published", ...published(accountId, id) };
}

export async function reconcile(
  store: PracticeStore,
  session: Session,
  request: JsonObject,
): Promise<ReconcileOutcome> {
  const { id } = read(request);
  const accountId = session.account.remoteId;
  const post = await findPracticePost(store.db, accountId, id);
  return post ? { kind: "published", ...published(accountId, id) } : { kind: "absent" };
}

/** The id follows from the part's key, so searching for the content is looking up that id. */
export async function search(
  store: PracticeStore,
  session: Session,
  part: OutgoingPart,
): Promise<ReconcileOutcome> {
  return reconcile(store, session, { id: idOf(session, part) });
}

export async function remove(
  store: PracticeStore,
  session: Session,
  { remoteId }: Published,
): Promise<RemoveOutcome> {
  const accountId = session.account.remoteId;
  await store.transact((tx) => markPracticePostRemoved(tx, accountId, remoteId, session.now()));
  return { kind: "removed" };
}

function idOf({ account }: Session, { key }: OutgoingPart): string {
  return sha256(`${account.remoteId}/${key}`).slice(0, 24);
}

/** Whether the target exists. A reaction exists as long as the post it is about. */
async function isThere(store: PracticeStore, session: Session, target: unknown): Promise<boolean> {
  const [postId] = typeof target === "string" ? target.split("/") : [];
  if (!postId) return false;
  const post = await findPracticePost(store.db, session.account.remoteId, postId);
  return post !== undefined && post.removedAt === null;
}

function published(accountId: string, id: string): Published {
  return { remoteId: id, reference: id, url: feedUrl(accountId, id) };
}

/** The request as `prepare` made it. It is not validated, because it comes from our own database. */
function read(request: JsonObject) {
  return request as unknown as {
    id: string;
    text: string;
    images: PracticeImage[];
    replyTo: string | null;
  };
}
