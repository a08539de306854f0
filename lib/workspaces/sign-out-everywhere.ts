import { record } from "../events/record.ts";
import type { Runtime } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { userContext } from "./user-context.ts";
import { requireUser, updateUser } from "./user-repository.ts";

/** Every session of this user ends with its next request, on every machine. */
export async function signOutEverywhere(
  runtime: Runtime,
  userId: string,
): Promise<Result<{ userId: string }, never>> {
  return runtime.transact(async (tx) => {
    const { sessionEpoch } = await requireUser(tx, userId);
    await updateUser(tx, userId, { sessionEpoch: sessionEpoch + 1 });
    const ctx = userContext(runtime, userId);
    await record(tx, ctx, "user.signed-out-everywhere", userId, {});
    return ok({ userId });
  });
}
