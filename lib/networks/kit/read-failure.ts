import type { MeasureOutcome, ReconcileOutcome, RefusalCode } from "../contract/outcome.ts";

type Unread = Exclude<MeasureOutcome, { kind: "measured" }>;

type Failure =
  | Unread
  | { kind: "refused"; code: RefusalCode; detail: string }
  | { kind: "unknown" | "duplicate" | "out-of-credit" | "not-for-tools"; detail: string };

/** Reading changes nothing, so what went wrong in between can always be asked again. */
export function unread(failure: Failure): Unread {
  if (isUnread(failure)) return failure;
  const isSuspended = failure.kind === "refused" && failure.code === "account-suspended";
  return { kind: isSuspended ? "reconnect" : "not-sent", detail: failure.detail };
}

/** Of a look for a post: a list that could not be read leaves it open whether the post is there. */
export function undecided(failure: Failure): ReconcileOutcome {
  const reason = unread(failure);
  return reason.kind === "not-sent" ? { kind: "unknown", detail: reason.detail } : reason;
}

function isUnread(failure: Failure): failure is Unread {
  return ["expired", "reconnect", "later", "not-sent"].includes(failure.kind);
}
