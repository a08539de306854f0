import type { Asked, OutgoingPart } from "../contract/connector.ts";
import type { ReconcileOutcome } from "../contract/outcome.ts";
import type { Candidate } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { excludeBound } from "../kit/exclude-bound.ts";
import { type Likeness, listedOutcome } from "../kit/listed-outcome.ts";
import { pageBack } from "../kit/page-back.ts";
import { postCollection } from "./at-address.ts";
import { exchange } from "./exchange.ts";
import type { Failure } from "./failure.ts";
import { publishedAs } from "./reconcile.ts";
import { isKeyOf, keyTime } from "./record-key.ts";
import { recordsAnswer, type ListedRecord } from "./wire.ts";

const pageSize = "100";
const mostPages = 50;

/**
 * Lists the account's records back to `firstIntentAt`, newest first (keys sort by time). A record key made
 * from the part's key identifies the post; else the same text with the same number of images does.
 */
export async function search(
  session: Session,
  part: OutgoingPart,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const listed = await pageBack<ListedRecord, Failure>(mostPages, async (page) => {
    const answer = await listPage(session, page);
    if (answer.kind !== "ok") return answer;
    const { records, cursor } = answer.value;
    const entries = records.filter(({ uri }) => isSince(uri, asked.firstIntentAt));
    const last = records.at(-1);
    return {
      kind: "ok",
      entries,
      next: last && cursor,
      isPast: last !== undefined && !isSince(last.uri, asked.firstIntentAt),
    };
  });
  if (listed.kind === "later") return listed;
  if (listed.kind !== "ok")
    return { kind: "unknown", detail: "detail" in listed ? listed.detail : listed.kind };
  return listed.isComplete
    ? choose(listed.entries, part, asked)
    : { kind: "unknown", detail: "Too many posts since then to look through." };
}

/** Reads without a sign-in, because posts are public. */
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
  const free = await excludeBound(asked, alike, ({ uri }) => uri);
  const certain = free.find(({ uri }) => isKeyOf(recordKeyIn(uri), part.key));
  if (certain) return publishedAs(certain);
  const likeness = (record: ListedRecord) => likenessOf(record, part);
  return listedOutcome({ free, likeness, candidateOf, isComplete: true, nothing: "absent" });
}

/**
 * Returns how well a record with the same text matches. Images without text are no proof, so a person
 * decides.
 */
function likenessOf({ value }: ListedRecord, { text, images }: OutgoingPart): Likeness {
  if ((value.embed?.images?.length ?? 0) !== images.length) return "other";
  return text.trim() === "" ? "maybe" : "it";
}

function candidateOf(record: ListedRecord): Candidate {
  const { remoteId, reference, url } = publishedAs(record);
  const { text = "", createdAt: at = "" } = record.value;
  return { remoteId, reference, url, text, at };
}

function recordKeyIn(uri: string): string {
  return uri.slice(uri.lastIndexOf("/") + 1);
}

/** A key without a time has an unknown age and counts as recent. */
function isSince(uri: string, since: Date): boolean {
  const at = keyTime(recordKeyIn(uri));
  return at === undefined || at >= since;
}
