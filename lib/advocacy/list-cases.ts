import type { Context } from "../kernel/context.ts";
import type { Person } from "../people/person.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listPeopleWithCase } from "./case-repository.ts";
import { listPersons } from "./evidence-repository.ts";
import { loadCautions } from "./load-cautions.ts";

/** A complaint that is not closed. */
export interface OpenCase {
  readonly person: Person;
  readonly touchpointId: string;
  readonly since: Date;
}

const mostCases = 500;

/** Returns open complaints, the oldest first and at most 500; with `personId` that person's only. */
export async function listCases(ctx: Context, personId?: string): Promise<OpenCase[]> {
  requireRole(ctx, "viewer");
  const { db, workspaceId } = ctx;
  const people = personId ? [personId] : await listPeopleWithCase(db, workspaceId, mostCases);
  const cautions = await loadCautions(ctx, people);
  const persons = await listPersons(db, workspaceId, people);
  return persons
    .flatMap((person) => {
      const open = cautions.get(person.id)?.openComplaint;
      return open ? [{ person, touchpointId: open.touchpointId, since: new Date(open.at) }] : [];
    })
    .toSorted((a, b) => a.since.getTime() - b.since.getTime());
}
