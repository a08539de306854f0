import type { HttpFailure, HttpResponse } from "../../kernel/ports.ts";
import type { PublishOutcome, RefusalCode } from "../contract/outcome.ts";
import { retryAt, type RateLimits } from "../kit/rate-limit.ts";
import { excerpt, parseJson } from "../kit/response-text.ts";
import { isInconclusive } from "../kit/transport-failure.ts";
import { errorAnswer } from "./wire.ts";

/** All failures of a call, as outcomes of the contract. Tokens do not expire on this network. */
export type Failure = Exclude<
  PublishOutcome,
  { kind: "published" | "by-hand" | "duplicate" | "out-of-credit" | "expired" }
> & {
  /** Why no byte was sent. */
  readonly reason?: HttpFailure["reason"];
  /** There was an answer, but it was not in the network's format. */
  readonly isUnreadable?: boolean;
  /** The refusal is an error object of the network, not some other page. */
  readonly isInWords?: boolean;
};

/** Mastodon states the reset in ISO 8601, compatible servers in seconds. */
export const rateLimits: RateLimits = { headers: ["x-ratelimit"], usualMs: 5 * 60_000 };

/** Returns the failure for an unsuccessful answer. The body may be HTML of a proxy. */
export function failureOfAnswer(response: HttpResponse, now: Date): Failure {
  const { status } = response;
  const error = wordsOf(response);
  const detail = error || `HTTP ${status}`;
  if (status === 429) return { kind: "later", retryAt: retryAt(response, now, rateLimits), detail };
  if (isInconclusive(status)) return { kind: "unknown", detail, httpStatus: status };
  const code = refusalOf(status, error);
  if (code === undefined) return { kind: "reconnect", detail };
  const isInWords = error !== "";
  return { kind: "refused", code, detail, httpStatus: status, ...(isInWords && { isInWords }) };
}

/** Returns the error text: `error`, with `error_description` for OAuth calls. */
export function wordsOf(response: HttpResponse): string {
  const { error, error_description: description } =
    errorAnswer.safeParse(parseJson(response)).data ?? {};
  return excerpt([error, description].filter(Boolean).join(": "));
}

/**
 * Returns the refusal code; undefined if a new sign-in is needed. Servers translate error texts, so the
 * status decides first and English texts only refine it.
 */
function refusalOf(status: number, error: string): RefusalCode | undefined {
  if (/suspended|your login is currently disabled/i.test(error)) return "account-suspended";
  if (status === 401 || /outside the authorized scopes/i.test(error)) return undefined;
  return byStatus[status] ?? byWords(error) ?? "invalid";
}

const byStatus: Readonly<Record<number, RefusalCode>> = {
  403: "forbidden",
  404: "reply-target-gone",
  410: "reply-target-gone",
  413: "image-too-large",
};

function byWords(error: string): RefusalCode | undefined {
  if (/file.*(too large|less than)/i.test(error)) return "image-too-large";
  if (/file|media|image/i.test(error)) return "image-unreadable";
  return /character limit|too long/i.test(error) ? "text-too-long" : undefined;
}
