import type { Context, Runtime } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { countUnsettled, listSafeModes } from "./safe-mode-repository.ts";
import type { SafeMode } from "./safe-mode.ts";

/** The latest safe mode with the deliveries that are not settled yet. */
export interface UnsettledSafeMode extends SafeMode {
  /** Deliveries that are still being searched for on the networks. */
  readonly lookedFor: number;
  /** Deliveries that only a person can settle. */
  readonly forPerson: number;
}

/** Returns the safe mode while the workspace has unsettled deliveries from it; undefined after that. */
export async function showSafeMode(ctx: Context): Promise<UnsettledSafeMode | undefined> {
  requireRole(ctx, "viewer");
  return unsettled(ctx, ctx.workspaceId);
}

/** The same over all workspaces, for the operator. */
export async function showSafeModeOfAll(runtime: Runtime): Promise<UnsettledSafeMode | undefined> {
  return unsettled(runtime, undefined);
}

async function unsettled(
  { db }: Runtime,
  workspaceId: string | undefined,
): Promise<UnsettledSafeMode | undefined> {
  const [latest] = await listSafeModes(db);
  if (!latest) return undefined;
  const counts = await countUnsettled(db, workspaceId);
  const forPerson = counts.get("needs_person") ?? 0;
  const lookedFor = (counts.get("unknown") ?? 0) + (counts.get("reconciling") ?? 0);
  return lookedFor + forPerson > 0 ? { ...latest, lookedFor, forPerson } : undefined;
}
