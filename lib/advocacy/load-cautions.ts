import { batchesOf } from "../kernel/batches.ts";
import type { Context } from "../kernel/context.ts";
import { listFanStates } from "./candidate-repository.ts";
import type { Cautions } from "./cautions.ts";

const peopleAtOnce = 200;

/** Returns what speaks against thanking each of these people, from all their touchpoints derived so far. */
export async function loadCautions(
  { db, workspaceId }: Pick<Context, "db" | "workspaceId">,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Cautions>> {
  const found = new Map<string, Cautions>();
  for (const page of batchesOf(personIds, peopleAtOnce))
    for (const { personId, fan } of await listFanStates(db, workspaceId, page))
      found.set(personId, fan.cautions);
  return found;
}
