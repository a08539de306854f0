import type { HttpResponse } from "../../kernel/ports.ts";
import type { PublishOutcome, RefusalCode } from "../contract/outcome.ts";
import { retryAt, type RateLimits } from "../kit/rate-limit.ts";
import { excerpt, parseJson } from "../kit/response-text.ts";
import { isInconclusive } from "../kit/transport-failure.ts";
import { errorAnswer } from "./wire.ts";

/** All failures of a call, as outcomes of the contract. */
export type Failure = Exclude<
  PublishOutcome,
  { kind: "published" | "by-hand" | "duplicate" | "out-of-credit" }
> & {
  /** The protocol's error name, for example "InvalidSwap". */
  readonly error?: string;
};

const rateLimits: RateLimits = { headers: ["ratelimit"], usualMs: 5 * 60_000 };

/** Returns the failure for an unsuccessful answer. The body may be HTML of a proxy. */
export function failureOfAnswer(response: HttpResponse, now: Date): Failure {
  const status = response.status;
  const { error, message } = errorIn(response);
  const detail = [error, message].filter(Boolean).join(": ") || `HTTP ${status}`;
  if (status === 429)
    return { kind: "later", retryAt: retryAt(response, now, rateLimits), detail, error };
  if (isInconclusive(status)) return { kind: "unknown", detail, httpStatus: status, error };
  if (error === "ExpiredToken") return { kind: "expired", error };
  const code = refusalOf(status, error, message);
  if (code === undefined) return { kind: "reconnect", detail, error };
  return { kind: "refused", code, detail, httpStatus: status, error };
}

function errorIn(response: HttpResponse): { error: string; message: string } {
  const { error = "", message = "" } = errorAnswer.safeParse(parseJson(response)).data ?? {};
  return { error: excerpt(error), message: excerpt(message) };
}

const suspended = new Set([
  "AccountTakedown",
  "AccountSuspended",
  "AccountDeactivated",
  "RepoTakendown",
  "RepoSuspended",
  "RepoDeactivated",
]);

/** Returns the refusal code; undefined if a new sign-in is needed. */
function refusalOf(status: number, error: string, message: string): RefusalCode | undefined {
  if (suspended.has(error)) return "account-suspended";
  if (status === 401 || error === "InvalidToken") return undefined;
  if (error === "BlobTooLarge" || status === 413) return "image-too-large";
  if (error === "InvalidMimeType" || /could not find blob/i.test(message))
    return "image-unreadable";
  if (/(text must not be longer|too big \(maximum .*record\.text$)/i.test(message))
    return "text-too-long";
  return status === 403 ? "forbidden" : "invalid";
}
