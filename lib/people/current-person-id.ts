import type { Context } from "../kernel/context.ts";
import { listPersonsById } from "./repository.ts";

/**
 * Returns the current id of a person: if merged, the id of the person they were merged into. Returns unknown
 * ids unchanged.
 */
export async function currentPersonId(
  { db, workspaceId }: Pick<Context, "db" | "workspaceId">,
  personId: string,
): Promise<string> {
  const [person] = await listPersonsById(db, workspaceId, [personId]);
  return person?.mergedInto ? currentPersonId({ db, workspaceId }, person.mergedInto) : personId;
}
