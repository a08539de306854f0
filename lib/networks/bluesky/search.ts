import type { Asked, OutgoingPart, Session } from "../contract/connector.ts";
import type { ReconcileOutcome } from "../contract/outcome.ts";
import { postCollection } from "./at-address.ts";
import { exchange } from "./exchange.ts";
import { publishedAs } from "./reconcile.ts";
import { isKeyOf, keyTime } from "./record-key.ts";
import { recordsAnswer, type ListedRecord } from "./wire.ts";

const pageSize = "100";
const mostPages = 50;

/**
 * Lists the account's records, newest first (keys sort by time), until before `firstIntentAt`. A key
 * of ours carries a mark of the part, so that is found for certain; the same words come second.
 */
export async function search(
  session: Session,
  part: OutgoingPart,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const listed: ListedRecord[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await listPage(session, cursor);
    if (answer.kind === "later") return answer;
    if (answer.kind !== "ok")
      return { kind: "unknown", detail: "detail" in answer ? answer.detail : answer.kind };
    const { records } = answer.value;
    listed.push(...records.filter(({ uri }) => isSince(uri, asked.firstIntentAt)));
    cursor = answer.value.cursor;
    const last = records.at(-1);
    if (!cursor || !last || !isSince(last.uri, asked.firstIntentAt))
      return choose(listed, part, asked);
  }
  return { kind: "unknown", detail: "Too many posts since then to look through." };
}

/** Without a login: what counts is what everyone can see. */
function listPage(session: Session, cursor: string | undefined) {
  const { remoteId: repo, origin } = session.account;
  const params = { repo, collection: postCollection, limit: pageSize, ...(cursor && { cursor }) };
  const method = "com.atproto.repo.listRecords";
  return exchange(session, origin, { method, shape: recordsAnswer, params });
}

async function choose(
  listed: readonly ListedRecord[],
  part: OutgoingPart,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const alike = listed.filter(
    ({ uri, value }) => isKeyOf(recordKeyIn(uri), part.key) || value.text === part.text,
  );
  const taken = await asked.taken(alike.map(({ uri }) => uri));
  const free = alike.filter(({ uri }) => !taken.has(uri));
  // The oldest of the same words: what is planned first went out first.
  const found = free.find(({ uri }) => isKeyOf(recordKeyIn(uri), part.key)) ?? free.at(-1);
  return found ? publishedAs(found) : { kind: "absent" };
}

function recordKeyIn(uri: string): string {
  return uri.slice(uri.lastIndexOf("/") + 1);
}

/** A key that is no time says nothing of its age: it counts. */
function isSince(uri: string, since: Date): boolean {
  const at = keyTime(recordKeyIn(uri));
  return at === undefined || at >= since;
}
