import { createParser, type EventSourceMessage } from "eventsource-parser";
import { request, type Dispatcher } from "undici";

import {
  HttpFailure,
  type EventStream,
  type ServerEvent,
  type StreamRequest,
} from "../kernel/ports.ts";
import { failureOf } from "./failure.ts";
import { headersOf } from "./headers.ts";

const defaultTimeoutMs = 20_000;
const defaultQuietMs = 120_000;
const defaultMaxEventBytes = 1_000_000;

/**
 * Opens a stream of server-sent events. A stream may last for ever, so the limits apply to the time until its
 * headers, to each silence and to the size of each event.
 */
export async function openStream(
  url: URL,
  options: StreamRequest,
  dispatcher: Dispatcher,
): Promise<EventStream> {
  const closing = new AbortController();
  const beginning = AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs);
  const giveUp = (): void => closing.abort(beginning.reason);
  beginning.addEventListener("abort", giveUp);
  try {
    const { statusCode, headers, body } = await request(url, {
      method: "GET",
      headers: { "user-agent": "Shoutloop", accept: "text/event-stream", ...options.headers },
      dispatcher,
      signal: closing.signal,
      headersTimeout: 0,
      bodyTimeout: options.quietMs ?? defaultQuietMs,
    });
    // Ignores errors that the body emits when it is closed without being read, for example after an error
    // status.
    body.on("error", () => {});
    const events = eventsOf(body, options.maxEventBytes ?? defaultMaxEventBytes, closing.signal);
    return {
      status: statusCode,
      headers: headersOf(headers),
      events,
      close: () => closing.abort(),
    };
  } catch (error) {
    throw failureOf(error, closing.signal);
  } finally {
    beginning.removeEventListener("abort", giveUp);
  }
}

async function* eventsOf(
  body: AsyncIterable<Buffer>,
  maxBytes: number,
  closed: AbortSignal,
): AsyncGenerator<ServerEvent> {
  const complete: EventSourceMessage[] = [];
  let isTooLarge = false;
  const parser = createParser({
    maxBufferSize: maxBytes,
    onEvent: (event) => complete.push(event),
    onError: ({ type }) => {
      isTooLarge ||= type === "max-buffer-size-exceeded";
    },
  });
  const decoder = new TextDecoder();
  try {
    for await (const chunk of body) {
      parser.feed(decoder.decode(chunk, { stream: true }));
      for (const { event, data } of complete.splice(0)) {
        isTooLarge ||= Buffer.byteLength(data) > maxBytes;
        if (!isTooLarge) yield { name: event ?? "message", data };
      }
      if (isTooLarge) throw tooLarge(maxBytes);
    }
  } catch (error) {
    if (closed.aborted) return;
    throw failureOf(error, closed);
  }
}

function tooLarge(maxBytes: number): HttpFailure {
  return new HttpFailure("too-large", true, `An event is larger than ${maxBytes} bytes.`);
}
