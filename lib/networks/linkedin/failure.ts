import type { HttpResponse } from "../../kernel/ports.ts";
import type { PublishOutcome, RefusalCode } from "../contract/outcome.ts";
import { retryAt } from "../kit/rate-limit.ts";
import { excerpt, parseJson } from "../kit/response-text.ts";
import { isInconclusive } from "../kit/transport-failure.ts";
import { madeAt } from "./urn.ts";
import { sunsetOf } from "./versions.ts";
import { problemAnswer } from "./wire.ts";

/** The failures of a call, as outcomes of the contract. */
export type Failure = Exclude<
  PublishOutcome,
  { kind: "published" | "by-hand" | "out-of-credit" }
> & {
  /** True if LinkedIn itself answered that the object does not exist. */
  readonly isNotFound?: boolean;
  /** True if this sign-in lacks the permission for the call; others may still work. */
  readonly isDenied?: boolean;
};

export interface Reading {
  readonly now: Date;
  readonly web: string;
  readonly version: string;
}

/** Converts an answer that is not a success. A proxy may answer with HTML, so every field may be missing. */
export function failureOfAnswer(response: HttpResponse, reading: Reading): Failure {
  const { status } = response;
  const problem = problemAnswer.safeParse(parseJson(response)).data ?? {};
  const detail = wordsOf(problem) || `HTTP ${status}`;
  switch (status) {
    case 401:
      return { kind: "expired" };
    case 403:
      return { kind: "reconnect", detail, isDenied: true };
    case 426:
      return { kind: "not-sent", detail: `${detail}. ${aboutVersion(reading.version)}` };
    case 429:
      return { kind: "later", retryAt: retryAfterLimit(response, detail, reading.now), detail };
    default:
      if (isInconclusive(status)) return { kind: "unknown", detail, httpStatus: status };
      return refusal(status, problem, { detail, web: reading.web });
  }
}

type Problem = NonNullable<ReturnType<typeof problemAnswer.safeParse>["data"]>;

function refusal(
  status: number,
  problem: Problem,
  { detail, web }: { detail: string; web: string },
): Failure {
  const codes = codesIn(problem);
  if (codes.includes("DUPLICATE_POST")) return duplicate(detail, web);
  // LinkedIn is still storing a picture: nothing was posted, and a later attempt can work.
  if (codes.includes("MEDIA_ASSET_WAITING_UPLOAD")) return { kind: "not-sent", detail };
  return {
    kind: "refused",
    code:
      refusalCodes.find(([pattern]) => codes.some((code) => pattern.test(code)))?.[1] ?? "invalid",
    detail,
    httpStatus: status,
    ...(status === 404 && problem.status === 404 ? { isNotFound: true } : {}),
  };
}

const refusalCodes: readonly (readonly [RegExp, RefusalCode])[] = [
  [/^FIELD_LENGTH_TOO_LONG$/, "text-too-long"],
  [/^MEDIA_ASSET_PROCESSING_FAILED$/, "image-unreadable"],
];

function duplicate(detail: string, web: string): Failure {
  const remoteId = /duplicate of (urn:li:(?:share|ugcPost):\d+)/.exec(detail)?.[1];
  const at = remoteId && madeAt(remoteId);
  // A post without a date is not named: LinkedIn still names a post for a day or two after its deletion.
  if (!at) return { kind: "duplicate", detail };
  const named = { remoteId, reference: { post: remoteId }, url: postAddress(web, remoteId), at };
  return { kind: "duplicate", detail, named };
}

export function postAddress(web: string, post: string): string {
  return `${web}/feed/update/${post}/`;
}

function codesIn({ code, errorDetails }: Problem): string[] {
  const inputs = errorDetails?.inputErrors?.map((one) => one.code) ?? [];
  return [code, ...inputs].filter((one) => one !== undefined);
}

function wordsOf({ message, error, error_description: words }: Problem): string {
  return excerpt(message ?? words ?? error ?? "");
}

function aboutVersion(version: string): string {
  return `Version ${version} ends on ${sunsetOf(version)}; set LINKEDIN_VERSION to a newer one.`;
}

/**
 * Returns when to try again: comment throttles last a minute or two, every other limit until the next day in
 * UTC.
 */
function retryAfterLimit(response: HttpResponse, detail: string, now: Date): Date {
  const isThrottle = /throttled|creation rate limit/i.test(detail);
  const usualMs = isThrottle ? 2 * 60_000 : dayMs - (now.getTime() % dayMs);
  return retryAt(response, now, { headers: [], usualMs });
}

const dayMs = 24 * 60 * 60_000;
