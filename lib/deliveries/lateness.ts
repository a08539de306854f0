import type { WorkspaceSettings } from "../workspaces/workspace.ts";
import { needsPerson, type Change, type Facts } from "./change.ts";
import type { Delivery } from "./delivery.ts";
import { isOutcomeUnknown } from "./idempotency.ts";

/**
 * Returns the workspace's policy if the delivery is too late to be sent, for example because the machine was
 * off or the account was paused; undefined if it may be sent.
 */
export function tooLatePolicy(
  { state, plannedAt }: Pick<Delivery, "state" | "plannedAt">,
  { lateMinutes, whenTooLate }: Pick<WorkspaceSettings, "lateMinutes" | "whenTooLate">,
  now: Date,
): "ask" | "skip" | undefined {
  if (state !== "scheduled" || whenTooLate === "publish") return undefined;
  const lateMs = now.getTime() - plannedAt.getTime();
  return lateMs > lateMinutes * 60_000 ? whenTooLate : undefined;
}

export function afterTooLate(delivery: Delivery, policy: "ask" | "skip", { rule }: Facts): Change {
  if (isOutcomeUnknown(delivery, rule))
    return needsPerson({ reason: "still-unknown", detail: "It was too late to send it again." });
  if (policy === "skip")
    return { state: "cancelled", recovery: "none", reason: "skipped-late", reasonDetail: null };
  const { reason, reasonDetail } = delivery;
  const missed = { state: "missed", recovery: "none" } as const;
  return reason === "unreachable"
    ? { ...missed, reason: "unreachable-in-time", reasonDetail }
    : { ...missed, reason: "too-late", reasonDetail: null };
}
