import { batchesOf } from "../kernel/batches.ts";
import type { Context } from "../kernel/context.ts";
import { listCautiousTouchpoints, listDaysOfManyLikes } from "./caution-repository.ts";
import { cautionsAfter, likesOfAMachine, noCautions, type Cautions } from "./cautions.ts";

const peopleAtOnce = 200;

/** What speaks against thanking each of these people, from everything they ever did. */
export async function loadCautions(
  { db, workspaceId }: Pick<Context, "db" | "workspaceId">,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Cautions>> {
  const found = new Map<string, Cautions>();
  for (const page of batchesOf(personIds, peopleAtOnce)) {
    for (const { personId, rule, ...touchpoint } of await listCautiousTouchpoints(
      db,
      workspaceId,
      page,
    ))
      found.set(personId, cautionsAfter(found.get(personId) ?? noCautions, touchpoint, rule));
    for (const { personId, at } of await listDaysOfManyLikes(
      db,
      workspaceId,
      page,
      likesOfAMachine,
    ))
      found.set(personId, { ...(found.get(personId) ?? noCautions), manyLikesAt: at.getTime() });
  }
  return found;
}
