import type { OutcomeRule } from "../networks/contract/connector.ts";
import type { WorkspaceSettings } from "../workspaces/workspace.ts";
import { parked, type Change } from "./change.ts";
import type { Delivery } from "./delivery.ts";
import { mayBeThere } from "./resend.ts";

/** What becomes of a delivery that could not leave in time (the machine was off, the account was held); undefined: send it. */
export function whenLate(
  delivery: Delivery,
  rule: OutcomeRule,
  settings: Pick<WorkspaceSettings, "lateMinutes" | "whenTooLate">,
  now: Date,
): Change | undefined {
  if (delivery.state !== "scheduled" || settings.whenTooLate === "publish") return undefined;
  const lateMs = now.getTime() - delivery.plannedAt.getTime();
  if (lateMs <= settings.lateMinutes * 60_000) return undefined;
  if (mayBeThere(delivery, rule))
    return parked({ reason: "still-unknown", detail: "It was too late to send it again." });
  if (settings.whenTooLate === "skip")
    return { state: "cancelled", reason: "skipped-late", reasonDetail: null };
  return delivery.reason === "unreachable"
    ? { state: "missed", reason: "unreachable-in-time", reasonDetail: delivery.reasonDetail }
    : { state: "missed", reason: "too-late", reasonDetail: null };
}
