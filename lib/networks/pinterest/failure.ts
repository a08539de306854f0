import type { HttpResponse } from "../../kernel/ports.ts";
import type { PublishOutcome, RefusalCode } from "../contract/outcome.ts";
import { restUntil, retryAt, type RateLimits } from "../kit/rate-limit.ts";
import { excerpt, parseJson } from "../kit/response-text.ts";
import { isInconclusive } from "../kit/transport-failure.ts";
import { problemAnswer } from "./wire.ts";

/** The failures of a call, as outcomes of the contract. */
export type Failure = Exclude<
  PublishOutcome,
  { kind: "published" | "by-hand" | "duplicate" | "out-of-credit" }
> & {
  /** True if Pinterest itself answered that the object does not exist. */
  readonly isGone?: boolean;
};

/** Rate limits: an app with trial access has 1,000 calls a day in all, other apps 100 a second. */
const rates: RateLimits = { headers: ["x-ratelimit"], usualMs: 15 * 60_000 };

const trialAccess = 29;

/**
 * Converts an answer that is not a success. Without Pinterest's error body the result of the request is
 * unknown.
 */
export function failureOfAnswer(response: HttpResponse, now: Date): Failure {
  const { status } = response;
  const problem = problemAnswer.safeParse(parseJson(response)).data;
  const detail = problem ? excerpt(`${problem.message} (${problem.code})`) : `HTTP ${status}`;
  if (status === 401) return { kind: "expired" };
  if (status === 429) return { kind: "later", retryAt: retryAt(response, now, rates), detail };
  if (!problem || isInconclusive(status)) return { kind: "unknown", detail, httpStatus: status };
  return {
    kind: "refused",
    code: refusalOf(status, problem),
    detail,
    httpStatus: status,
    ...(status === 404 && { isGone: true }),
  };
}

function refusalOf(
  status: number,
  { code, message }: { code: number; message: string },
): RefusalCode {
  if (code === trialAccess) return "app-in-trial";
  if (status === 403) return "forbidden";
  return /\b(image|media)\b/i.test(message) ? "image-unreadable" : "invalid";
}

/** Returns until when no further call is allowed after a successful one; undefined if calls are left. */
export function restAfter(response: HttpResponse, now: Date): Date | undefined {
  return restUntil(response, now, rates);
}
