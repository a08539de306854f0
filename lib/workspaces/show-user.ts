import type { Runtime } from "../kernel/context.ts";
import { findUser } from "./user-repository.ts";
import type { User } from "./workspace.ts";

/** For telling who a session belongs to; undefined where the user is gone. */
export async function showUser(
  runtime: Pick<Runtime, "db">,
  userId: string,
): Promise<User | undefined> {
  return findUser(runtime.db, userId);
}
