import type { HttpResponse } from "../../kernel/ports.ts";
import type { PublishOutcome, RefusalCode } from "../contract/outcome.ts";
import { retryAt } from "../kit/rate-limit.ts";
import { excerpt, parseJson } from "../kit/response-text.ts";
import { isInconclusive } from "../kit/transport-failure.ts";
import { problemAnswer, tokenProblem } from "./wire.ts";

/** The failures of a call, as outcomes of the contract. */
export type Failure = Exclude<
  PublishOutcome,
  { kind: "published" | "by-hand" | "duplicate" | "out-of-credit" }
> & {
  /** True if Google itself answered that the object does not exist. */
  readonly isGone?: boolean;
};

/** Google counts its quotas per minute. */
const rates = { headers: [], usualMs: 60_000 };

/**
 * Converts an answer that is not a success. Without Google's error body the result of the request is unknown.
 */
export function failureOfAnswer(response: HttpResponse, now: Date): Failure {
  const { status: httpStatus } = response;
  const json = parseJson(response);
  const oauth = tokenProblem.safeParse(json).data;
  if (oauth && httpStatus < 500) return refusedSignIn(oauth, httpStatus);
  if (httpStatus === 401) return { kind: "expired" };
  const problem = problemAnswer.safeParse(json).data?.error;
  const detail = excerpt(problem ? wordsOf(problem) : `HTTP ${httpStatus}`);
  if (httpStatus === 429) return overLimit(response, now, { detail, details: problem?.details });
  return problem && !isInconclusive(httpStatus)
    ? refused(httpStatus, detail)
    : { kind: "unknown", detail, httpStatus };
}

function overLimit(
  response: HttpResponse,
  now: Date,
  { detail, details = [] }: { detail: string; details?: readonly unknown[] | undefined },
): Failure {
  return hasNoQuota(details)
    ? { kind: "refused", code: "app-in-trial", detail, httpStatus: response.status }
    : { kind: "later", retryAt: retryAt(response, now, rates), detail };
}

function refused(httpStatus: number, detail: string): Failure {
  const isGone = httpStatus === 404 && { isGone: true };
  return { kind: "refused", code: refusalOf(httpStatus, detail), detail, httpStatus, ...isGone };
}

function wordsOf({ message, status }: { message: string; status: string }): string {
  return `${message} (${status})`;
}

/**
 * Converts an error of the token endpoint. `invalid_grant` means that the grant was revoked, expired, or
 * belongs to an app that stays in testing for longer than seven days.
 */
function refusedSignIn(
  { error, error_description: words }: { error: string; error_description?: string | undefined },
  httpStatus: number,
): Failure {
  const detail = excerpt([error, words].filter(Boolean).join(": "));
  return error === "invalid_grant"
    ? { kind: "reconnect", detail }
    : { kind: "refused", code: "invalid", detail, httpStatus };
}

/**
 * Whether the app has a quota of zero: an app that Google has not approved is over its limit with the first
 * call.
 */
function hasNoQuota(details: readonly unknown[]): boolean {
  return /"quota_limit_value":"?0"?[,}]/.test(JSON.stringify(details));
}

function refusalOf(status: number, detail: string): RefusalCode {
  if (status === 403) return "forbidden";
  if (/\b(photo|image|media)\b/i.test(detail)) return "image-unreadable";
  return "invalid";
}
