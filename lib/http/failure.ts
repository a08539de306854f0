import { HttpFailure } from "../kernel/ports.ts";

const neverConnected = new Set([
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EADDRNOTAVAIL",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** Says of a failed exchange whether anything can have reached the other side; in doubt, yes. */
export function failureOf(error: unknown, signal: AbortSignal): HttpFailure {
  if (error instanceof HttpFailure) return error;
  if (error instanceof AggregateError && error.errors.length > 0)
    return failureOf(error.errors[0], signal);
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof HttpFailure) return cause;
  const code = codeOf(error) ?? codeOf(cause);
  const message = error instanceof Error ? error.message : String(error);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return new HttpFailure("not-found", false, message);
  if (code && neverConnected.has(code)) return new HttpFailure("unreachable", false, message);
  if (signal.aborted || code?.includes("TIMEOUT")) return new HttpFailure("timeout", true, message);
  return new HttpFailure("reset", true, message);
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
