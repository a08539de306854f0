import type { HttpResponse } from "../../kernel/ports.ts";
import type { PublishOutcome, RefusalCode } from "../contract/outcome.ts";
import { restUntil, retryAt, type RateLimits } from "../kit/rate-limit.ts";
import { excerpt, parseJson } from "../kit/response-text.ts";
import { isInconclusive } from "../kit/transport-failure.ts";
import { problemAnswer } from "./wire.ts";

/** Every way a call can go other than well, in the contract's words. */
export type Failure = Exclude<
  PublishOutcome,
  { kind: "published" | "by-hand" | "duplicate" | "out-of-credit" }
> & {
  /** Pinterest itself says that there is no such thing. */
  readonly isGone?: boolean;
};

/** An app in trial has a thousand calls a day in all; others a hundred a second. */
const rates: RateLimits = { headers: ["x-ratelimit"], usualMs: 15 * 60_000 };

const trialAccess = 29;

/** Reads an answer that is not a success. Without Pinterest's own words it says nothing of what became of the request. */
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

/** Until when nothing more is allowed after an answer that was fine. */
export function restAfter(response: HttpResponse, now: Date): Date | undefined {
  return restUntil(response, now, rates);
}
