import { HttpFailure, type EventStream } from "../../kernel/ports.ts";
import type { Session } from "../contract/session.ts";
import { instanceAt } from "./instance.ts";
import { accessToken } from "./token.ts";

/** A connection without data for this time counts as broken. Servers send a heartbeat every 15 seconds. */
const quietMs = 60_000;

/**
 * Listens to the server-sent events of the user's stream. Their content is ignored, because collecting reads
 * the notifications anyway.
 */
export function listen(
  session: Session,
  onNews: () => void,
  onEnd: (problem?: unknown) => void,
): () => void {
  let stream: EventStream | undefined;
  let isStopped = false;
  void hear(session, (opened) => {
    stream = opened;
    if (isStopped) opened.close();
    return onNews;
  })
    .catch((error: unknown) => (error instanceof HttpFailure ? undefined : error))
    .then((problem) => {
      if (!isStopped) onEnd(problem);
    });
  return () => {
    isStopped = true;
    stream?.close();
  };
}

async function hear(session: Session, opened: (stream: EventStream) => () => void): Promise<void> {
  const { origin } = session.account;
  const instance = await instanceAt(session, origin, accessToken(session.credentials));
  if (instance.kind !== "ok") return;
  const base = streamingBase(origin, instance.value.configuration?.urls?.streaming);
  if (!base) return;
  const stream = await session.http.stream(`${base}/api/v1/streaming/user/notification`, {
    headers: { authorization: `Bearer ${accessToken(session.credentials)}` },
    quietMs,
  });
  const onNews = opened(stream);
  if (stream.status !== 200) return stream.close();
  // Something may have happened while there was no connection.
  onNews();
  for await (const { name } of stream.events) if (name === "notification") onNews();
}

/**
 * Returns the base address of the streaming API: the server itself or a host below it. Undefined for any
 * other host, so that the token is not sent elsewhere.
 */
export function streamingBase(
  origin: string,
  named: string | null | undefined,
): string | undefined {
  if (!named) return origin;
  const [own, other] = [URL.parse(origin), URL.parse(named.replace(/^ws/i, "http"))];
  if (!own || !other || other.protocol !== own.protocol) return undefined;
  const isOwn = other.host === own.host || other.hostname.endsWith(`.${own.hostname}`);
  return isOwn ? other.origin : undefined;
}
