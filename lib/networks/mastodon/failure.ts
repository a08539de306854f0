import type { HttpFailure, HttpResponse } from "../../kernel/ports.ts";
import type { PublishOutcome, RefusalCode } from "../contract/outcome.ts";
import { retryAt, type RateLimits } from "../kit/rate-limit.ts";
import { excerpt, parseJson } from "../kit/response-text.ts";
import { isInconclusive } from "../kit/transport-failure.ts";
import { errorAnswer } from "./wire.ts";

/** Every way a call can go other than well, in the contract's words. Tokens do not run out here. */
export type Failure = Exclude<
  PublishOutcome,
  { kind: "published" | "by-hand" | "duplicate" | "out-of-credit" | "expired" }
> & {
  /** Why no byte left. */
  readonly reason?: HttpFailure["reason"];
  /** There was an answer, and it was not one of this network. */
  readonly isUnreadable?: boolean;
  /** The network said so itself, and not some page of whatever stands there. */
  readonly isInWords?: boolean;
};

/** Mastodon tells the reset in ISO 8601, its relatives in seconds. */
export const rateLimits: RateLimits = { headers: ["x-ratelimit"], usualMs: 5 * 60_000 };

/** Reads an answer that is not a success. Proxies in front of a server answer in HTML, so nothing is taken for granted. */
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

/** `error` alone for the network's own calls, with `error_description` for those of OAuth. */
export function wordsOf(response: HttpResponse): string {
  const { error, error_description: description } =
    errorAnswer.safeParse(parseJson(response)).data ?? {};
  return excerpt([error, description].filter(Boolean).join(": "));
}

/** Servers word refusals in their own language, so the status decides and the words only refine. Undefined where a new sign-in would help. */
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
