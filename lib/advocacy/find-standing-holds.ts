import type { Context } from "../kernel/context.ts";
import type { Person } from "../people/person.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { listMentionConsentsOf } from "./candidate-repository.ts";
import { noCautions } from "./cautions.ts";
import { findIneligibility, type Ineligibility } from "./eligibility.ts";
import { listPersons } from "./evidence-repository.ts";
import { loadCautions } from "./load-cautions.ts";

interface StandingHolds {
  readonly persons: ReadonlyMap<string, Person>;
  readonly holds: ReadonlyMap<string, Ineligibility>;
}

/**
 * Returns these people and the reasons against addressing them in public, whenever they were thanked last.
 */
export async function findStandingHolds(
  ctx: Context,
  personIds: readonly string[],
): Promise<StandingHolds> {
  const { db, workspaceId } = ctx;
  const { settings } = await showWorkspace(ctx);
  const rows = personIds.length === 0 ? [] : await listPersons(db, workspaceId, personIds);
  const consents =
    personIds.length === 0 ? [] : await listMentionConsentsOf(db, workspaceId, personIds);
  const cautions = await loadCautions(ctx, personIds);
  const holds = new Map<string, Ineligibility>();
  for (const person of rows) {
    const state = {
      person,
      mentionConsent: consents.find(({ personId }) => personId === person.id)?.state,
      lastThankedAt: undefined,
      lastThankedPrivatelyAt: undefined,
      cautions: cautions.get(person.id) ?? noCautions,
      isUnderWay: false,
      skippedUntil: undefined,
      isHeldOut: false,
      canBeReached: true,
    };
    const reason = findIneligibility(state, settings, ctx.clock.now());
    if (reason) holds.set(person.id, reason);
  }
  return { persons: new Map(rows.map((person) => [person.id, person])), holds };
}
