import type { PublishOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { callAs } from "./call.ts";
import { manifest } from "./manifest.ts";
import { byHand } from "./prepare.ts";
import { publishedAs, requestIn } from "./request.ts";
import type { XSettings } from "./settings.ts";
import { createdAnswer } from "./wire.ts";

/** X has no idempotency key: after an unclear answer only the listing shows whether the post exists. */
export async function publish(
  session: Session,
  settings: XSettings,
  request: JsonObject,
): Promise<PublishOutcome> {
  const answer = await callAs(
    session,
    settings,
    createdAnswer,
    ({ v2 }) => v2.post("tweets", request),
    manifest.outcome.timeoutMs,
  );
  if (answer.kind === "not-for-tools") {
    const { text = "", reply } = requestIn(request);
    return byHand(settings, text, reply?.in_reply_to_tweet_id, answer.detail);
  }
  if (answer.kind !== "ok") return answer;
  const { restUntil } = answer;
  const published = publishedAs(settings, session.account.handle, answer.value.data.id);
  return { ...published, ...(restUntil ? { restUntil } : {}) };
}
