import { z } from "zod";

import type { ReconcileOutcome } from "../contract/outcome.ts";
import type { JsonObject, Published } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { webAddress } from "./at-address.ts";
import { exchange } from "./exchange.ts";
import { recordAnswer } from "./wire.ts";

const sent = z.object({
  repo: z.string(),
  collection: z.string(),
  rkey: z.string(),
  record: z.object({ text: z.string(), createdAt: z.string() }),
});

/** `not-shown` cannot occur, because a record key certainly exists or not. */
type Found = Exclude<ReconcileOutcome, { kind: "not-shown" }>;

/** Reads the record under the request's key. The answer is exact and needs no sign-in. */
export async function findRecord(session: Session, request: JsonObject): Promise<Found> {
  const { record, ...params } = sent.parse(request);
  const method = "com.atproto.repo.getRecord";
  const { repo, collection, rkey } = params;
  const call = { method, shape: recordAnswer, params: { repo, collection, rkey } };
  const answer = await exchange(session, session.account.origin, call);
  if (answer.kind === "later") return answer;
  if (answer.kind !== "ok") {
    if (answer.error === "RecordNotFound") return { kind: "absent" };
    return { kind: "unknown", detail: "detail" in answer ? answer.detail : answer.kind };
  }
  const { text, createdAt } = answer.value.value;
  if (text === record.text && createdAt === record.createdAt) return publishedAs(answer.value);
  return { kind: "unknown", detail: `Another record is at ${answer.value.uri}.` };
}

export function publishedAs({
  uri,
  cid,
}: {
  uri: string;
  cid: string;
}): { kind: "published" } & Published {
  const reference = { uri, cid };
  return { kind: "published", remoteId: uri, reference, url: webAddress(uri) ?? uri };
}
