import type { HttpResponse } from "../../kernel/ports.ts";
import type { PublishOutcome, RefusalCode } from "../contract/outcome.ts";
import { excerpt, parseJson } from "../kit/response-text.ts";
import { isInconclusive } from "../kit/transport-failure.ts";
import { problemAnswer } from "./wire.ts";

/** Every way a call can go other than well, in the contract's words. */
export type Failure =
  | Exclude<PublishOutcome, { kind: "published" | "by-hand" }>
  /** A rule about who may answer or name whom: a person may do it in X's own composer. */
  | { kind: "not-for-tools"; detail: string };

const quarterMs = 15 * 60_000;
const longestRestMs = 24 * 60 * 60_000;

/** Reads an answer that is not a success. A proxy's page is HTML, so nothing is taken for granted. */
export function failureOfAnswer(response: HttpResponse, now: Date): Failure {
  const { status } = response;
  const problem = problemIn(response);
  const detail = wordsOf(problem) || `HTTP ${status}`;
  switch (status) {
    case 429:
      return { kind: "later", retryAt: resetAt(response, now) ?? after(now, quarterMs), detail };
    case 401:
      return { kind: "expired" };
    case 402:
      return { kind: "out-of-credit", detail };
    case 403:
      return forbidden(problem, detail);
    default:
      if (isInconclusive(status)) return { kind: "unknown", detail, httpStatus: status };
      return { kind: "refused", code: codeOf(detail), detail, httpStatus: status };
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

/** When the quarter of an hour that this answer counted in is over, where it is used up. */
export function restUntil(response: HttpResponse, now: Date): Date | undefined {
  return response.headers.get("x-rate-limit-remaining") === "0"
    ? resetAt(response, now)
    : undefined;
}

/** By the header, unless it makes no sense: a clock of ours or theirs may be wrong. */
function resetAt({ headers }: HttpResponse, now: Date): Date | undefined {
  const reset = Number(headers.get("x-rate-limit-reset") ?? Number.NaN) * 1000;
  const waits = reset - now.getTime();
  return waits > 0 && waits <= longestRestMs ? new Date(reset) : undefined;
}

function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
