import type { HttpFailure } from "../../kernel/ports.ts";
import type { ConnectFailure } from "../contract/connect-outcome.ts";

/**
 * Returns the outcome of a request without an answer. Only if no byte was sent is it certain that nothing
 * happened.
 */
export function failureOfTransport({ sent, message: detail, reason }: HttpFailure) {
  return sent
    ? { kind: "unknown" as const, detail }
    : { kind: "not-sent" as const, detail, reason };
}

/** Whether the server may have processed the request although this status is not a success. */
export function isInconclusive(status: number): boolean {
  return status === 408 || status >= 500 || status < 400;
}

/** Returns why a server could not be reached, for the person who typed its address. */
export function connectFailureOf(reason: HttpFailure["reason"]): ConnectFailure {
  return ofTheAddress[reason] ?? "unreachable";
}

const ofTheAddress: Partial<Record<HttpFailure["reason"], ConnectFailure>> = {
  "private-address": "private-address",
  "not-https": "not-https",
  "bad-address": "bad-address",
  "not-found": "not-found",
};
