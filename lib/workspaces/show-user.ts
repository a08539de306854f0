import type { Runtime } from "../kernel/context.ts";
import { findUser } from "./user-repository.ts";
import type { User } from "./workspace.ts";

/** Returns the user of a session; undefined if the user was deleted. */
export async function showUser(
  runtime: Pick<Runtime, "db">,
  userId: string,
): Promise<User | undefined> {
  return findUser(runtime.db, userId);
}
