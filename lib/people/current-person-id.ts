import type { Context } from "../kernel/context.ts";
import { findPerson } from "./repository.ts";

/** The id that holds now: of somebody who was merged into another, the other's. */
export async function currentPersonId(
  { db, workspaceId }: Pick<Context, "db" | "workspaceId">,
  personId: string,
): Promise<string> {
  return (await findPerson(db, workspaceId, personId)).id;
}
