import type { PublishOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { callAs } from "./call.ts";
import { manifest } from "./manifest.ts";
import { findRecord, publishedAs } from "./reconcile.ts";
import { strongRef } from "./wire.ts";

/**
 * `putRecord` with `swapRecord: null` creates and never overwrites: the same record again succeeds, another
 * record under the same key is refused with InvalidSwap. (`createRecord` answers an existing key with HTTP
 * 500, which looks like an outage.)
 */
export async function publish(session: Session, request: JsonObject): Promise<PublishOutcome> {
  const { timeoutMs } = manifest.outcome;
  const method = "com.atproto.repo.putRecord";
  const answer = await callAs(session, { method, shape: strongRef, body: request, timeoutMs });
  if (answer.kind === "ok") return publishedAs(answer.value);
  return answer.error === "InvalidSwap" ? whatIsThere(session, request) : answer;
}

/** The record key is taken, usually by our own earlier request. Reads the record to find out. */
async function whatIsThere(session: Session, request: JsonObject): Promise<PublishOutcome> {
  const found = await findRecord(session, request);
  if (found.kind !== "absent") return found;
  return { kind: "unknown", detail: "The key was taken and is not there." };
}
