import type { MeasureOutcome, ReconcileOutcome, RefusalCode } from "../contract/outcome.ts";

type Unread = Exclude<MeasureOutcome, { kind: "measured" }>;

type Failure =
  | Unread
  | { kind: "refused"; code: RefusalCode; detail: string }
  | { kind: "unknown" | "duplicate" | "out-of-credit" | "not-for-tools"; detail: string };

/** Returns the outcome of a failed read. A read changes nothing, so it can always be repeated. */
export function unread(failure: Failure): Unread {
  if (isUnread(failure)) return failure;
  const isSuspended = failure.kind === "refused" && failure.code === "account-suspended";
  return { kind: isSuspended ? "reconnect" : "not-sent", detail: failure.detail };
}

/**
 * Returns the outcome of a failed search: if the list could not be read, it is unknown whether the post
 * exists.
 */
export function undecided(failure: Failure): ReconcileOutcome {
  const reason = unread(failure);
  return reason.kind === "not-sent" ? { kind: "unknown", detail: reason.detail } : reason;
}

function isUnread(failure: Failure): failure is Unread {
  return ["expired", "reconnect", "later", "not-sent"].includes(failure.kind);
}
