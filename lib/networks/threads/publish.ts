import type { Session } from "../contract/connector.ts";
import type { PublishOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import { lookMs, sendMs } from "../kit/send-time.ts";
import { callAs } from "./call.ts";
import { readContainer } from "./container.ts";
import { manifest } from "./manifest.ts";
import { publishedAs, requestIn } from "./request.ts";
import type { ThreadsSettings } from "./settings.ts";
import { idAnswer, permalinkAnswer } from "./wire.ts";

/** A container becomes a post once. What Threads answers the second time is not documented, so the container itself is asked. */
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

/** It may be out by an earlier request, or not be ready yet; only where it is neither was it refused. */
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

/** For people to look at it; it is out with or without. */
async function permalinkOf(session: Session, settings: ThreadsSettings, id: string) {
  const answer = await callAs(session, settings, {
    path: `/${encodeURIComponent(id)}`,
    params: { fields: "permalink" },
    shape: permalinkAnswer,
    timeoutMs: lookMs,
  });
  return answer.kind === "ok" ? answer.value.permalink : undefined;
}
