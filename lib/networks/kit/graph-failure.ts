import { z } from "zod";

import type { HttpResponse } from "../../kernel/ports.ts";
import type { PublishOutcome, RefusalCode } from "../contract/outcome.ts";
import { excerpt, parseJson } from "./response-text.ts";

/** All failures of a Graph API call, as outcomes of the contract. */
export type GraphFailure = Exclude<
  PublishOutcome,
  { kind: "published" | "by-hand" | "duplicate" | "out-of-credit" | "expired" }
> & {
  /** Meta says that the object does not exist. */
  readonly isGone?: boolean;
  /** Meta says that the same text was posted just before. */
  readonly isDuplicate?: boolean;
};

const errorAnswer = z.object({
  error: z.object({
    message: z.string().default(""),
    code: z.number().default(0),
    error_subcode: z.number().optional(),
    is_transient: z.boolean().optional(),
    error_user_msg: z.string().optional(),
  }),
});

/** Rate limits count over one hour. If Meta does not say when the limit ends, we wait a quarter of that. */
const usualWaitMs = 15 * 60_000;
const longestWaitMs = 24 * 60 * 60_000;

/**
 * Returns the failure for an unsuccessful answer. Without Meta's error object the outcome of the request is
 * unknown.
 */
export function graphFailure(response: HttpResponse, now: Date): GraphFailure {
  const { status } = response;
  const told = toldIn(response);
  const detail = told ? wordsOf(told) : `HTTP ${status}`;
  if (status === 429 || isOverLimit(told?.code)) return later(response, now, detail);
  if (told?.code === invalidToken) return { kind: "reconnect", detail };
  if (!told || status >= 500 || isTransient(told))
    return { kind: "unknown", detail, httpStatus: status };
  return { kind: "refused", detail, httpStatus: status, ...refusalOf(told) };
}

function toldIn(response: HttpResponse): Told | undefined {
  return errorAnswer.safeParse(parseJson(response)).data?.error;
}

type Told = z.infer<typeof errorAnswer>["error"];

function wordsOf({ code, error_subcode: subcode, message, error_user_msg: words }: Told): string {
  return excerpt(`${words ?? message} (${[code, subcode].filter(Boolean).join(", ")})`);
}

function isTransient({ code, is_transient: isSaid }: Told): boolean {
  return isSaid === true || transient.has(code);
}

const invalidToken = 190;
const gone = 24;
/**
 * "Object does not exist, or cannot be loaded due to missing permissions": Meta has no clearer code for a
 * missing object.
 */
const missingObject = 33;
const transient = new Set([1, 2]);
const overLimit = new Set([4, 9, 17, 32, 613]);
const restricted = new Set([4_279_013, 2_207_051]);
const blockedAsAbusive = 368;
const duplicateStatus = 506;
const unreadablePicture = new Set([324, 36_001, 36_003]);
const tooLargePicture = 1_366_046;

/** Codes 80001 to 80014 are the limits per kind of account ("business use case"). */
function isOverLimit(code = 0): boolean {
  return overLimit.has(code) || (code >= 80_000 && code < 80_100);
}

function refusalOf({ code, error_subcode: subcode = 0 }: Told): {
  code: RefusalCode;
  isGone?: true;
  isDuplicate?: true;
} {
  if (code === gone || subcode === missingObject)
    return { code: "reply-target-gone", isGone: true };
  if (code === duplicateStatus) return { code: "invalid", isDuplicate: true };
  const picture = faultOfPicture(code, subcode);
  if (picture) return { code: picture };
  if (restricted.has(subcode)) return { code: "account-suspended" };
  return { code: isForbidden(code) ? "forbidden" : "invalid" };
}

function isForbidden(code: number): boolean {
  return code === 10 || (code >= 200 && code < 300) || code === blockedAsAbusive;
}

function faultOfPicture(code: number, subcode: number): RefusalCode | undefined {
  if (subcode === tooLargePicture) return "image-too-large";
  const isUnreadable = unreadablePicture.has(code) || unreadablePicture.has(subcode);
  return isUnreadable ? "image-unreadable" : undefined;
}

function later(response: HttpResponse, now: Date, detail: string): GraphFailure {
  const retryAt = regainedAt(response, now) ?? new Date(now.getTime() + usualWaitMs);
  return { kind: "later", retryAt, detail };
}

/**
 * Returns until when no request is allowed after a successful answer; undefined if the rate limit is not used
 * up.
 */
export function graphRest(response: HttpResponse, now: Date): Date | undefined {
  return isUsedUp(response)
    ? (regainedAt(response, now) ?? new Date(now.getTime() + usualWaitMs))
    : undefined;
}

const usage = z.object({
  call_count: z.number().default(0),
  total_time: z.number().default(0),
  total_cputime: z.number().default(0),
  estimated_time_to_regain_access: z.number().default(0),
});
type Usage = z.infer<typeof usage>;

const percent = 100;

function isUsedUp(response: HttpResponse): boolean {
  return usagesIn(response).some(
    ({ call_count: calls, total_time: time, total_cputime: cpu }) =>
      Math.max(calls, time, cpu) >= percent,
  );
}

/**
 * Returns the end of the longest wait that Meta states (in minutes), at most 24 hours; undefined if it states
 * none.
 */
function regainedAt(response: HttpResponse, now: Date): Date | undefined {
  const minutes = Math.max(
    0,
    ...usagesIn(response).map(({ estimated_time_to_regain_access: wait }) => wait),
  );
  return minutes > 0
    ? new Date(now.getTime() + Math.min(minutes * 60_000, longestWaitMs))
    : undefined;
}

/** Returns the usage of the app, of the page and of each business use case. */
function usagesIn({ headers }: HttpResponse): Usage[] {
  const direct = ["x-app-usage", "x-page-usage"].map((name) => jsonIn(headers.get(name)));
  const byUse = jsonIn(headers.get("x-business-use-case-usage"));
  const nested = typeof byUse === "object" && byUse !== null ? Object.values(byUse).flat() : [];
  return [...direct, ...nested].flatMap((one) => usage.safeParse(one).data ?? []);
}

function jsonIn(value: string | null): unknown {
  try {
    return value === null ? undefined : JSON.parse(value);
  } catch {
    return undefined;
  }
}
