import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { standingConsents } from "./consent.ts";
import type { Consent, Identity, Person } from "./person.ts";
import { findPerson, listConsents, listIdentities } from "./repository.ts";

export interface PersonInFull {
  readonly person: Person;
  /** The identity they were first seen by comes first. */
  readonly identities: readonly Identity[];
  /** Newest first. */
  readonly consents: readonly Consent[];
  readonly standing: Partial<Record<Consent["scope"], Consent>>;
}

/** Returns the person; if merged, the one they were merged into. */
export async function showPerson(ctx: Context, personId: string): Promise<PersonInFull> {
  requireRole(ctx, "viewer");
  const person = await findPerson(ctx.db, ctx.workspaceId, personId);
  const identities = await listIdentities(ctx.db, ctx.workspaceId, person.id);
  const consents = await listConsents(ctx.db, ctx.workspaceId, person.id);
  return { person, identities, consents, standing: standingConsents(consents) };
}
