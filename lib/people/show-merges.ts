import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listMergedInto, listVetoes } from "./merge-repository.ts";
import { ownTraits } from "./own-traits.ts";
import { listIdentitiesOf } from "./people-list-repository.ts";
import { ownPersonId, type Identity } from "./person.ts";
import { findPerson, listPersonsById } from "./repository.ts";
import { suggestMergesOf, type MergeSuggestion } from "./suggest-merges.ts";

/** A person who was merged into this one. */
export interface MergedPerson {
  readonly id: string;
  readonly displayName: string;
  readonly mergedAt: Date | null;
  /** Only this person's own identities. */
  readonly identities: readonly Identity[];
}

export interface Merges {
  readonly suggestions: readonly MergeSuggestion[];
  /** Last merged first, because that merge is the most likely to be undone. */
  readonly merged: readonly MergedPerson[];
  /** People who were declared different from this person. */
  readonly notTheSame: readonly { readonly id: string; readonly displayName: string }[];
}

/** Returns with whom a person is merged, and with whom they may be the same. */
export async function showMerges(ctx: Context, personId: string): Promise<Merges> {
  requireRole(ctx, "viewer");
  const { db, workspaceId } = ctx;
  const person = await findPerson(db, workspaceId, personId);
  const members = await listMergedInto(db, workspaceId, [person.id]);
  const identities = await listIdentitiesOf(db, workspaceId, [person.id]);
  const ids = [person.id, ...members.map(({ id }) => id)];
  const vetoes = await listVetoes(db, workspaceId, ids);
  const others = vetoes.map((veto) => (ids.includes(veto.personId) ? veto.otherId : veto.personId));
  const notTheSame = await listPersonsById(db, workspaceId, others);
  return {
    suggestions: await suggestMergesOf(ctx, person.id),
    merged: members
      .toSorted((a, b) => (b.mergedAt?.getTime() ?? 0) - (a.mergedAt?.getTime() ?? 0))
      .map((member) => ({
        id: member.id,
        displayName: ownTraits(member).displayName,
        mergedAt: member.mergedAt,
        identities: identities.filter((identity) => ownPersonId(identity) === member.id),
      })),
    notTheSame: notTheSame.map((other) => ({
      id: other.id,
      displayName: ownTraits(other).displayName,
    })),
  };
}
