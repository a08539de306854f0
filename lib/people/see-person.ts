import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { lockOwnPerson } from "./merge-repository.ts";
import { refreshMerged } from "./merged-people.ts";
import { personAfter } from "./observed-profile.ts";
import type { Identity } from "./person.ts";
import { listIdentities, lockPerson, savePerson } from "./repository.ts";

/**
 * Records that a known person was seen. Returns their identity on that network, otherwise the one they were
 * first seen by. Part of the caller's transaction.
 */
export async function seePerson(
  tx: Tx,
  ctx: Pick<Context, "workspaceId">,
  seen: Seen,
): Promise<Identity> {
  const person = await lockPerson(tx, ctx.workspaceId, seen.personId);
  const identities = await listIdentities(tx, ctx.workspaceId, person.id);
  const identity = identities.find(({ network }) => network === seen.network) ?? identities[0];
  if (!identity) throw new NotFound("identity", person.id);
  const own = await lockOwnPerson(tx, ctx.workspaceId, identity);
  const { handle, displayName } = identity;
  const { at: firstAt, at: lastAt, language } = seen;
  const found = { remoteId: identity.remoteId, handle, displayName, firstAt, lastAt, language };
  const next = personAfter(own, identity, found);
  if (next !== own) await savePerson(tx, next);
  if (next.own) await refreshMerged(tx, ctx.workspaceId, [person.id]);
  return identity;
}

interface Seen {
  readonly personId: string;
  readonly network: string;
  readonly at: Date;
  readonly language: string | undefined;
}
