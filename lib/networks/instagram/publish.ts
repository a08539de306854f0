import type { Session } from "../contract/connector.ts";
import type { PublishOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
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

/** A container becomes a post once. What Instagram answers the second time is not documented, so the container itself is asked. */
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

/** It may be out by an earlier request, or not be ready yet; only where it is neither was it refused. */
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

/** No `fields` are asked for with it: the comment would be made, and the answer fail. */
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

/** For people to look at it; it is out with or without. */
async function permalinkOf(session: Session, settings: InstagramSettings, id: string) {
  const answer = await callAs(session, settings, {
    path: `/${encodeURIComponent(id)}`,
    params: { fields: "permalink" },
    shape: permalinkAnswer,
    timeoutMs: lookMs,
  });
  return answer.kind === "ok" ? answer.value.permalink : undefined;
}
