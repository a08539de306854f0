import type { Context } from "../kernel/context.ts";
import { listPersonsById } from "./repository.ts";

/** The id that holds now: of somebody who was merged into another, the other's. Unknown ones stay as they are. */
export async function currentPersonId(
  { db, workspaceId }: Pick<Context, "db" | "workspaceId">,
  personId: string,
): Promise<string> {
  const [person] = await listPersonsById(db, workspaceId, [personId]);
  return person?.mergedInto ? currentPersonId({ db, workspaceId }, person.mergedInto) : personId;
}
