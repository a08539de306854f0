import type { IncomingMessage, ServerResponse } from "node:http";

import { preferredLocale } from "../i18n/locale.ts";
import { translatorFor } from "../i18n/translator.ts";

export type RequestRefusal =
  | "bad-address"
  | "foreign-origin"
  | "unknown-host"
  | "too-large"
  | "too-slow"
  | "too-many"
  | "unavailable"
  | "starting";

const statuses: Readonly<Record<RequestRefusal, number>> = {
  "bad-address": 400,
  "foreign-origin": 403,
  "unknown-host": 421,
  "too-large": 413,
  "too-slow": 408,
  "too-many": 503,
  unavailable: 503,
  starting: 503,
};
/**
 * How long to keep the connection open: a client that is still sending when it is closed reports a network
 * error and never reads the answer.
 */
const lingerMs = 3_000;

/** Answers a request with one sentence before it reaches a page. The rest of its body is discarded. */
export function refuseRequest(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: RequestRefusal,
  detail: { readonly address?: string } = {},
): void {
  const locale = preferredLocale(request.headers["accept-language"] ?? null);
  const sentence = `${translatorFor(locale)(`requests.${refusal}`, { address: "", ...detail })}\n`;
  const isOver = request.complete;
  response.writeHead(statuses[refusal], {
    "content-type": "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(sentence),
    "cache-control": "no-store",
    ...(statuses[refusal] === 503 && { "retry-after": "2" }),
    ...(!isOver && { connection: "close" }),
  });
  if (isOver) {
    response.end(sentence);
    return;
  }
  response.write(sentence);
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, lingerMs);
  request.once("end", end).once("close", end).on("error", end).resume();
}
