import type { HttpFailure } from "../../kernel/ports.ts";
import type { ConnectFailure } from "../contract/outcome.ts";

/** No answer came: only where no byte left is it certain that nothing happened. */
export function failureOfTransport({ sent, message: detail, reason }: HttpFailure) {
  return sent
    ? { kind: "unknown" as const, detail }
    : { kind: "not-sent" as const, detail, reason };
}

/** The request may have been carried out all the same. */
export function isInconclusive(status: number): boolean {
  return status === 408 || status >= 500 || status < 400;
}

/** Why a server could not be reached, for the person who named it. */
export function connectFailureOf(reason: HttpFailure["reason"]): ConnectFailure {
  return ofTheAddress[reason] ?? "unreachable";
}

const ofTheAddress: Partial<Record<HttpFailure["reason"], ConnectFailure>> = {
  "private-address": "private-address",
  "not-https": "not-https",
  "bad-address": "bad-address",
  "not-found": "not-found",
};
