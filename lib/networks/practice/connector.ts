import type { Connector } from "../contract/connector.ts";
import type { CollectOutcome, MeasureOutcome } from "../contract/outcome.ts";
import type { Json, Published, RemoteTouchpoint } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { audienceUntil, inOrder } from "./audience.ts";
import { manifest } from "./manifest.ts";
import { openPracticeAccount } from "./open-account.ts";
import type { PracticeStore } from "./practice-store.ts";
import { prepare, publish, reconcile, remove, search } from "./publish.ts";
import { findPracticeAccount, listPracticePosts } from "./repository.ts";

const pageSize = 100;

/** A network in the product's own database with an invented audience, for practice, demos and load tests. */
export function practiceConnector(store: PracticeStore): Connector {
  return {
    ...manifest,
    connect: (context, answers) => openPracticeAccount(store, context, answers),
    refresh: async () => ({ kind: "refreshed", credentials: {} }),
    revoke: async () => {},
    prepare: (session, part) => prepare(store, session, part),
    publish: (session, request) => publish(store, session, request),
    reconcile: (session, request) => reconcile(store, session, request),
    search: (session, part) => search(store, session, part),
    remove: (session, published) => remove(store, session, published),
    collect: (session, cursor) => collect(store, session, cursor),
    measure: (session, published) => measure(store, session, published),
  };
}

async function collect(
  store: PracticeStore,
  session: Session,
  cursor: Json,
): Promise<CollectOutcome> {
  const after = readCursor(cursor);
  const news = (await audienceOf(store, session)).filter(
    (touchpoint) => !after || inOrder(after, touchpoint) < 0,
  );
  const touchpoints = news.slice(0, pageSize);
  const last = touchpoints.at(-1);
  return {
    kind: "collected",
    touchpoints,
    cursor: last ? { at: last.at.toISOString(), id: last.remoteId } : cursor,
    hasMore: news.length > pageSize,
  };
}

async function measure(
  store: PracticeStore,
  session: Session,
  published: readonly Published[],
): Promise<MeasureOutcome> {
  const audience = await audienceOf(store, session);
  const posts = await listPracticePosts(store.db, session.account.remoteId);
  const there = new Set(posts.filter((post) => !post.removedAt).map((post) => post.id));
  const metrics = published
    .filter(({ remoteId }) => there.has(remoteId))
    .map(({ remoteId }) => {
      const count = (type: RemoteTouchpoint["type"]) =>
        audience.filter((one) => one.onRemoteId === remoteId && one.type === type).length;
      return {
        remoteId,
        likes: count("like"),
        reposts: count("repost"),
        replies: count("reply"),
        quotes: count("quote"),
      };
    });
  return { kind: "measured", metrics };
}

async function audienceOf(store: PracticeStore, session: Session): Promise<RemoteTouchpoint[]> {
  const id = session.account.remoteId;
  const account = await findPracticeAccount(store.db, { id });
  if (!account) return [];
  return audienceUntil(account, await listPracticePosts(store.db, id), session.now());
}

function readCursor(cursor: Json) {
  if (cursor === null || typeof cursor !== "object" || Array.isArray(cursor)) return undefined;
  const { at, id } = cursor;
  if (typeof at !== "string" || typeof id !== "string") return undefined;
  return { at: new Date(at), remoteId: id };
}
