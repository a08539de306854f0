import type { Db } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { erasedFingerprint } from "./erased-identity.ts";
import { hasErasures, listErasures } from "./identity-repository.ts";

/**
 * Returns when the people with these remote ids were erased; absent if they were not. Callers drop what
 * happened up to that instant, so that old notifications do not bring a person back.
 */
export async function listErased(
  db: Db,
  ctx: Pick<Context, "secrets" | "workspaceId">,
  network: string,
  remoteIds: Iterable<string>,
): Promise<Map<string, Date>> {
  // Avoids computing fingerprints, which are slow, if nobody was erased.
  if (!(await hasErasures(db, ctx.workspaceId))) return new Map();
  const byFingerprint = new Map(
    [...new Set(remoteIds)].map((remoteId) => [
      erasedFingerprint(ctx, { network, remoteId }),
      remoteId,
    ]),
  );
  const erasures = await listErasures(db, ctx.workspaceId, [...byFingerprint.keys()]);
  return new Map(
    [...erasures].map(([fingerprint, at]) => [byFingerprint.get(fingerprint) ?? "", at]),
  );
}
