import type { PublishOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { callAs } from "./call.ts";
import { manifest } from "./manifest.ts";
import { missingIn } from "./missing.ts";
import { contentIn, publishedAs, sentIn } from "./request.ts";
import { status } from "./wire.ts";

/**
 * With the key, a repeated request returns the first post. Two simultaneous requests may both post on older
 * servers; the engine never sends two at once.
 */
export async function publish(session: Session, request: JsonObject): Promise<PublishOutcome> {
  const { key, body } = sentIn(request);
  const answer = await callAs(session, {
    method: "POST",
    path: "/api/v1/statuses",
    shape: status,
    body,
    headers: { "idempotency-key": key },
    timeoutMs: manifest.outcome.timeoutMs,
  });
  if (answer.kind !== "ok")
    return isNotReady(answer) ? { kind: "not-sent", detail: answer.detail } : answer;
  const { restUntil } = answer;
  const missing = missingIn(answer.value, contentIn(request));
  return {
    kind: "published",
    ...publishedAs(answer.value),
    ...(missing.length > 0 && { missing }),
    ...(restUntil && { restUntil }),
  };
}

/** "Cannot attach files that have not finished processing. Try again in a moment!" */
function isNotReady(answer: { kind: string; detail: string }): boolean {
  return answer.kind === "refused" && /not finished processing/i.test(answer.detail);
}
