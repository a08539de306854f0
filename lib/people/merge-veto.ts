import type { Db } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { TwoPeople } from "./input.ts";
import { lockPair } from "./lock-pair.ts";
import { deleteVetoes, insertVeto, listMergedInto, listVetoes } from "./merge-repository.ts";
import type { MergeVeto } from "./person.ts";

/** Records that two similar people are not the same. They are not suggested again until `withdrawVeto`. */
export async function vetoMerge(
  ctx: Context,
  input: TwoPeople,
): Promise<Result<TwoPeople, "same-person">> {
  requireRole(ctx, "editor");
  return ctx.transact(async (tx) => {
    const { person, other } = await lockPair(tx, ctx, input);
    if (person.id === other.id) return refused("same-person", { name: person.displayName });
    const both = { personId: person.id, otherId: other.id };
    if (await findMergeVeto(tx, ctx, person.id, other.id)) return ok(both);
    await insertVeto(tx, {
      ...both,
      id: [person.id, other.id].toSorted().join("|"),
      workspaceId: ctx.workspaceId,
      at: ctx.clock.now(),
      recordedBy: ctx.actor.id,
    });
    await record(tx, ctx, "person.not-the-same", person.id, { otherId: other.id });
    return ok(both);
  });
}

export async function withdrawVeto(
  ctx: Context,
  input: TwoPeople,
): Promise<Result<TwoPeople, never>> {
  requireRole(ctx, "editor");
  return ctx.transact(async (tx) => {
    const { person, other } = await lockPair(tx, ctx, input);
    const both = { personId: person.id, otherId: other.id };
    const standing = await listVetoesBetween(tx, ctx, person.id, other.id);
    if (standing.length === 0) return ok(both);
    await deleteVetoes(
      tx,
      ctx.workspaceId,
      standing.map(({ id }) => id),
    );
    await record(tx, ctx, "person.may-be-the-same", person.id, { otherId: other.id });
    return ok(both);
  });
}

/** Returns a veto between the two people or between any merged into them; undefined if there is none. */
export async function findMergeVeto(
  db: Db,
  ctx: Pick<Context, "workspaceId">,
  personId: string,
  otherId: string,
): Promise<MergeVeto | undefined> {
  const [veto] = await listVetoesBetween(db, ctx, personId, otherId);
  return veto;
}

async function listVetoesBetween(
  db: Db,
  { workspaceId }: Pick<Context, "workspaceId">,
  personId: string,
  otherId: string,
): Promise<MergeVeto[]> {
  const ours = await listMembers(db, workspaceId, personId);
  const theirs = await listMembers(db, workspaceId, otherId);
  const vetoes = await listVetoes(db, workspaceId, [...ours]);
  return vetoes.filter(
    ({ personId: one, otherId: two }) =>
      (ours.has(one) && theirs.has(two)) || (ours.has(two) && theirs.has(one)),
  );
}

async function listMembers(db: Db, workspaceId: string, personId: string): Promise<Set<string>> {
  const members = await listMergedInto(db, workspaceId, [personId]);
  return new Set([personId, ...members.map(({ id }) => id)]);
}
