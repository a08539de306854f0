import type { PublishOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { lookMs, sendMs } from "../kit/send-time.ts";
import { callAs } from "./call.ts";
import { manifest } from "./manifest.ts";
import { publishedAs, requestIn } from "./request.ts";
import type { FacebookSettings } from "./settings.ts";
import { idAnswer, onePost } from "./wire.ts";

export async function publish(
  session: Session,
  settings: FacebookSettings,
  request: JsonObject,
): Promise<PublishOutcome> {
  const { on, params } = requestIn(request);
  const place = on ? `/${encodeURIComponent(on)}/comments` : `/${session.account.remoteId}/feed`;
  const answer = await callAs(session, settings, {
    method: "POST",
    path: place,
    params,
    shape: idAnswer,
    timeoutMs: sendMs(manifest.outcome),
  });
  if (answer.kind === "refused" && answer.isDuplicate)
    return { kind: "duplicate", detail: answer.detail };
  if (answer.kind !== "ok") return answer;
  const { restUntil, value } = answer;
  const permalink = await permalinkOf(session, settings, value.id);
  const published = publishedAs(value.id, permalink);
  return { kind: "published", ...published, ...(restUntil && { restUntil }) };
}

/**
 * Returns the post's public address; undefined if it cannot be read. The post is published in either case.
 */
async function permalinkOf(session: Session, settings: FacebookSettings, id: string) {
  const path = `/${encodeURIComponent(id)}`;
  const call = {
    path,
    params: { fields: "permalink_url" },
    shape: onePost.partial(),
    timeoutMs: lookMs,
  };
  const answer = await callAs(session, settings, call);
  return answer.kind === "ok" ? answer.value.permalink_url : undefined;
}
