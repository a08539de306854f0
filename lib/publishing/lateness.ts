import type { WorkspaceSettings } from "../workspaces/workspace.ts";
import type { Delivery } from "./delivery.ts";
import type { Change } from "./next-state.ts";

/** What becomes of a delivery that could not leave in time (the machine was off, the account was held); undefined: send it. */
export function whenLate(
  delivery: Pick<Delivery, "state" | "plannedAt">,
  settings: Pick<WorkspaceSettings, "lateMinutes" | "whenTooLate">,
  now: Date,
): Change | undefined {
  if (delivery.state !== "scheduled" || settings.whenTooLate === "publish") return undefined;
  const lateMs = now.getTime() - delivery.plannedAt.getTime();
  if (lateMs <= settings.lateMinutes * 60_000) return undefined;
  return settings.whenTooLate === "ask"
    ? { state: "missed", reason: "too-late", reasonDetail: null }
    : { state: "cancelled", reason: "skipped-late", reasonDetail: null };
}
