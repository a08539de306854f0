import type { PublishOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import type { GraphCall } from "../kit/graph-call.ts";
import { lookMs, sendMs } from "../kit/send-time.ts";
import { callAs } from "./call.ts";
import { readContainer } from "./container.ts";
import { manifest } from "./manifest.ts";
import { publishedAs, requestIn, type Target } from "./request.ts";
import type { InstagramSettings } from "./settings.ts";
import { idAnswer, permalinkAnswer } from "./wire.ts";

export async function publish(
  session: Session,
  settings: InstagramSettings,
  request: JsonObject,
): Promise<PublishOutcome> {
  const sent = requestIn(request);
  return "on" in sent
    ? publishComment(session, settings, sent)
    : publishContainer(session, settings, sent.container);
}

/**
 * Publishes a container. What Instagram answers to a second request is not documented, so after a refusal the
 * container's state is read.
 */
async function publishContainer(
  session: Session,
  settings: InstagramSettings,
  container: string,
): Promise<PublishOutcome> {
  const answer = await callAs(session, settings, {
    method: "POST",
    path: `/${encodeURIComponent(session.account.remoteId)}/media_publish`,
    params: { creation_id: container },
    shape: idAnswer,
    timeoutMs: sendMs(manifest.outcome),
  });
  if (answer.kind === "refused") return afterRefusal(session, settings, container, answer);
  if (answer.kind !== "ok") return answer;
  const { restUntil, value } = answer;
  const permalink = await permalinkOf(session, settings, value.id);
  const published = publishedAs(value.id, "media", session.account.handle, permalink);
  return { kind: "published", ...published, ...(restUntil && { restUntil }) };
}

type Refused = Extract<PublishOutcome, { kind: "refused" }>;

/**
 * Decides what a refusal means: an earlier request may have published the container, or it may not be ready
 * yet. In any other state the refusal stands.
 */
async function afterRefusal(
  session: Session,
  settings: InstagramSettings,
  container: string,
  refused: Refused,
): Promise<PublishOutcome> {
  const { detail } = refused;
  const asked = await readContainer(session, settings, container, lookMs);
  if (asked.kind !== "ok") return { kind: "unknown", detail };
  switch (asked.value.status_code) {
    case "PUBLISHED":
      return { kind: "duplicate", detail };
    case "IN_PROGRESS":
      return { kind: "not-sent", detail };
    default:
      return refused;
  }
}

/**
 * Publishes a comment. The request names no `fields`: with them the comment would be created and the answer
 * would still be an error.
 */
async function publishComment(
  session: Session,
  settings: InstagramSettings,
  { on, text }: { readonly on: Target; readonly text: string },
): Promise<PublishOutcome> {
  const call = { method: "POST", shape: idAnswer, timeoutMs: sendMs(manifest.outcome) } as const;
  const answer = await callAs(session, settings, { ...call, ...placeOf(session, on, text) });
  if (answer.kind !== "ok") return answer;
  const { restUntil, value } = answer;
  const published = publishedAs(value.id, "comment", session.account.handle, undefined);
  return { kind: "published", ...published, ...(restUntil && { restUntil }) };
}

function placeOf(
  { account }: Session,
  { id, kind }: Target,
  message: string,
): Pick<GraphCall<unknown>, "path" | "params"> {
  const under = encodeURIComponent(id);
  if (kind === "comment") return { path: `/${under}/replies`, params: { message } };
  if (kind === "media") return { path: `/${under}/comments`, params: { message } };
  return { path: `/${account.remoteId}/mentions`, params: { media_id: id, message } };
}

/**
 * Returns the post's public address; undefined if it cannot be read. The post is published in either case.
 */
async function permalinkOf(session: Session, settings: InstagramSettings, id: string) {
  const answer = await callAs(session, settings, {
    path: `/${encodeURIComponent(id)}`,
    params: { fields: "permalink" },
    shape: permalinkAnswer,
    timeoutMs: lookMs,
  });
  return answer.kind === "ok" ? answer.value.permalink : undefined;
}
