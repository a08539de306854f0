import type { Connector, Session } from "../contract/connector.ts";
import type { Json, RemoteTouchpoint } from "../contract/remote.ts";
import { audienceUntil, inOrder } from "./audience.ts";
import { openPracticeAccount } from "./open-account.ts";
import { limits, prepare, publish, reconcile, remove, search } from "./publish.ts";
import { findPracticeAccount, listPracticePosts } from "./repository.ts";

const pageSize = 100;

/** A network that lives in the product's own database, with an invented audience: for trying out, demo and load tests. */
export const practice: Connector = {
  network: "practice",
  label: "Practice",
  isSimulated: true,
  limits,
  abilities: { canDelete: true, canReply: true, canMention: true },
  outcome: { kind: "own-id", settleMs: 1_000, timeoutMs: 5_000 },
  connectFields: [],
  connect: openPracticeAccount,
  refresh: async () => ({ kind: "refreshed", credentials: {} }),
  revoke: async () => {},
  prepare,
  publish,
  reconcile,
  search,
  remove,

  async collect(session, cursor) {
    const after = readCursor(cursor);
    const news = (await audienceOf(session)).filter(
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
  },

  async measure(session, published) {
    const audience = await audienceOf(session);
    const posts = await listPracticePosts(session.store.db, session.account.remoteId);
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
  },

  mention: (handle) => `@${handle}`,
};

async function audienceOf(session: Session): Promise<RemoteTouchpoint[]> {
  const id = session.account.remoteId;
  const account = await findPracticeAccount(session.store.db, { id });
  if (!account) return [];
  return audienceUntil(account, await listPracticePosts(session.store.db, id), session.now());
}

function readCursor(cursor: Json) {
  if (cursor === null || typeof cursor !== "object" || Array.isArray(cursor)) return undefined;
  const { at, id } = cursor;
  if (typeof at !== "string" || typeof id !== "string") return undefined;
  return { at: new Date(at), remoteId: id };
}
