import type { HttpResponse } from "../../kernel/ports.ts";
import type { PublishOutcome, RefusalCode } from "../contract/outcome.ts";
import { retryAt, type RateLimits } from "../kit/rate-limit.ts";
import { excerpt, parseJson } from "../kit/response-text.ts";
import { isInconclusive } from "../kit/transport-failure.ts";
import { problemAnswer } from "./wire.ts";

/** All failures of a call, as outcomes of the contract. */
export type Failure =
  | (Exclude<PublishOutcome, { kind: "published" | "by-hand" }> & {
      /** X says that the resource does not exist. */
      readonly isNotFound?: boolean;
    })
  /** X's rules on replies and mentions forbid this to tools; a person may do it in X's own composer. */
  | { kind: "not-for-tools"; detail: string };

/** X limits requests per address (15 minutes) and per app and account (24 hours). */
export const rateLimits: RateLimits = {
  headers: ["x-rate-limit", "x-app-limit-24hour", "x-user-limit-24hour"],
  usualMs: 15 * 60_000,
};

/** Returns the failure for an unsuccessful answer. The body may be HTML of a proxy. */
export function failureOfAnswer(response: HttpResponse, now: Date): Failure {
  const { status } = response;
  const problem = problemIn(response);
  const detail = wordsOf(problem) || `HTTP ${status}`;
  switch (status) {
    case 429:
      return { kind: "later", retryAt: retryAt(response, now, rateLimits), detail };
    case 401:
      return { kind: "expired" };
    case 402:
      return { kind: "out-of-credit", detail };
    case 403:
      return forbidden(problem, detail);
    default:
      if (isInconclusive(status)) return { kind: "unknown", detail, httpStatus: status };
      return {
        kind: "refused",
        code: codeOf(detail),
        detail,
        httpStatus: status,
        ...(/resource-not-found/.test(problem.type ?? "") && { isNotFound: true }),
      };
  }
}

type Problem = ReturnType<typeof problemIn>;

function problemIn(response: HttpResponse) {
  return problemAnswer.safeParse(parseJson(response)).data ?? {};
}

function wordsOf({ title, detail, error, error_description, errors }: Problem): string {
  const first = errors?.[0]?.message;
  return excerpt([detail ?? title, first ?? error_description ?? error].filter(Boolean).join(": "));
}

function forbidden(problem: Problem, detail: string): Failure {
  if (/duplicate content/i.test(detail)) return { kind: "duplicate", detail };
  if (problem.title === "SpendCapReached" || /credits/.test(problem.type ?? ""))
    return { kind: "out-of-credit", detail };
  if (/deleted or not visible/i.test(detail)) return refused("reply-target-gone", detail);
  if (/\b(reply|mention|quote)/i.test(detail)) return { kind: "not-for-tools", detail };
  if (/suspended|locked/i.test(detail)) return refused("account-suspended", detail);
  if (/scope|client-forbidden/i.test(`${problem.type} ${detail}`))
    return { kind: "reconnect", detail };
  return refused("forbidden", detail);
}

function codeOf(detail: string): RefusalCode {
  if (/too long/i.test(detail)) return "text-too-long";
  if (/file size|too large/i.test(detail)) return "image-too-large";
  return "invalid";
}

function refused(code: RefusalCode, detail: string): Failure {
  return { kind: "refused", code, detail, httpStatus: 403 };
}
