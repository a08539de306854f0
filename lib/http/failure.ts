import { HttpFailure } from "../kernel/ports.ts";

const neverConnected = new Set([
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EADDRNOTAVAIL",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "ERR_SSL_WRONG_VERSION_NUMBER",
]);

/**
 * Converts an error of an exchange to an `HttpFailure`; `sent` is true unless it is certain that nothing was
 * sent.
 */
export function failureOf(error: unknown, signal: AbortSignal): HttpFailure {
  if (error instanceof HttpFailure) return error;
  // Several addresses were tried: `sent` is false only if that is certain for all of them.
  if (error instanceof AggregateError && error.errors.length > 0) {
    const failures = error.errors.map((one) => failureOf(one, signal));
    return failures.find(({ sent }) => sent) ?? failures[0] ?? failureOf(undefined, signal);
  }
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof HttpFailure) return cause;
  const message = error instanceof Error ? error.message : String(error);
  return failureCalled(codeOf(error) ?? codeOf(cause), isConnecting(error), message, signal);
}

function failureCalled(
  code: string | undefined,
  isConnecting: boolean,
  message: string,
  signal: AbortSignal,
): HttpFailure {
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return new HttpFailure("not-found", false, message);
  if (isConnecting || (code && neverConnected.has(code)))
    return new HttpFailure("unreachable", false, message);
  if (signal.aborted || code?.includes("TIMEOUT")) return new HttpFailure("timeout", true, message);
  return new HttpFailure("reset", true, message);
}

/** Whether the operating system reported the failure while connecting. */
function isConnecting(error: unknown): boolean {
  return (
    error instanceof Error &&
    "syscall" in error &&
    error.syscall === "connect" &&
    codeOf(error) !== "ECONNRESET"
  );
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
