import type { Db } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { erasedFingerprint } from "./erased-identity.ts";
import { hasErasures, listErasures } from "./identity-repository.ts";

/**
 * When the people behind these remote ids were erased; absent for everyone who never was. Whoever
 * ingests drops what happened up to that instant: an old notification must not bring a person back.
 */
export async function listErased(
  db: Db,
  ctx: Pick<Context, "secrets" | "workspaceId">,
  network: string,
  remoteIds: Iterable<string>,
): Promise<Map<string, Date>> {
  // Fingerprints cost more than everything else about a page of reactions.
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
