import type { PublishOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { lookMs, sendMs } from "../kit/send-time.ts";
import { callAs } from "./call.ts";
import { readContainer } from "./container.ts";
import { manifest } from "./manifest.ts";
import { publishedAs, requestIn } from "./request.ts";
import type { ThreadsSettings } from "./settings.ts";
import { idAnswer, permalinkAnswer } from "./wire.ts";

/**
 * Publishes a container. What Threads answers to a second request is not documented, so after a refusal the
 * container's state is read.
 */
export async function publish(
  session: Session,
  settings: ThreadsSettings,
  request: JsonObject,
): Promise<PublishOutcome> {
  const { container } = requestIn(request);
  const answer = await callAs(session, settings, {
    method: "POST",
    path: `/${encodeURIComponent(session.account.remoteId)}/threads_publish`,
    params: { creation_id: container },
    shape: idAnswer,
    timeoutMs: sendMs(manifest.outcome),
  });
  if (answer.kind === "refused") return afterRefusal(session, settings, container, answer);
  if (answer.kind !== "ok") return answer;
  const { id } = answer.value;
  const { restUntil } = answer;
  const published = publishedAs(
    id,
    session.account.handle,
    await permalinkOf(session, settings, id),
  );
  return { kind: "published", ...published, ...(restUntil && { restUntil }) };
}

type Refused = Extract<PublishOutcome, { kind: "refused" }>;

/**
 * Decides what a refusal means: an earlier request may have published the container, or it may not be ready
 * yet. In any other state the refusal stands.
 */
async function afterRefusal(
  session: Session,
  settings: ThreadsSettings,
  container: string,
  refused: Refused,
): Promise<PublishOutcome> {
  const { detail } = refused;
  const asked = await readContainer(session, settings, container, lookMs);
  if (asked.kind !== "ok") return { kind: "unknown", detail };
  switch (asked.value.status) {
    case "PUBLISHED":
      return { kind: "duplicate", detail };
    case "IN_PROGRESS":
      return { kind: "not-sent", detail };
    default:
      return refused;
  }
}

/**
 * Returns the post's public address; undefined if it cannot be read. The post is published in either case.
 */
async function permalinkOf(session: Session, settings: ThreadsSettings, id: string) {
  const answer = await callAs(session, settings, {
    path: `/${encodeURIComponent(id)}`,
    params: { fields: "permalink" },
    shape: permalinkAnswer,
    timeoutMs: lookMs,
  });
  return answer.kind === "ok" ? answer.value.permalink : undefined;
}
