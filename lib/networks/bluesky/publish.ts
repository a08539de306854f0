import type { Session } from "../contract/connector.ts";
import type { PublishOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import { callAs } from "./call.ts";
import { manifest } from "./manifest.ts";
import { findRecord, publishedAs } from "./reconcile.ts";
import { strongRef } from "./wire.ts";

/**
 * `putRecord` with `swapRecord: null` creates and never overwrites: the same record again answers as
 * if it were new, another one under the same key is refused with InvalidSwap. (`createRecord` answers
 * a key that exists with a bare HTTP 500, which looks like an outage.)
 */
export async function publish(session: Session, request: JsonObject): Promise<PublishOutcome> {
  const { timeoutMs } = manifest.outcome;
  const method = "com.atproto.repo.putRecord";
  const answer = await callAs(session, { method, shape: strongRef, body: request, timeoutMs });
  if (answer.kind === "ok") return publishedAs(answer.value);
  return answer.error === "InvalidSwap" ? whatIsThere(session, request) : answer;
}

/** The key is taken. By us earlier, most likely; by a second writer this instant, perhaps. */
async function whatIsThere(session: Session, request: JsonObject): Promise<PublishOutcome> {
  const found = await findRecord(session, request);
  if (found.kind !== "absent") return found;
  return { kind: "unknown", detail: "The key was taken and is not there." };
}
