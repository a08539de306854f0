import { record } from "../events/record.ts";
import type { Runtime } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { deleteSessionsOf } from "./session-repository.ts";
import { userContext } from "./user-context.ts";
import { requireUser } from "./user-repository.ts";

/** Ends all sessions of the user, effective from their next request on any machine. */
export async function signOutEverywhere(
  runtime: Runtime,
  userId: string,
): Promise<Result<{ userId: string }, never>> {
  return runtime.transact(async (tx) => {
    await requireUser(tx, userId);
    await deleteSessionsOf(tx, userId);
    const ctx = userContext(runtime, userId);
    await record(tx, ctx, "user.signed-out-everywhere", userId, {});
    return ok({ userId });
  });
}
