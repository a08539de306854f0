import { record } from "../events/record.ts";
import type { Installation } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { userContext } from "./user-context.ts";
import { requireUser, updateUser } from "./user-repository.ts";

/** Every session of this user ends with its next request, on every machine. */
export async function signOutEverywhere(
  installation: Installation,
  userId: string,
): Promise<Result<{ userId: string }, never>> {
  return installation.transact(async (tx) => {
    const { sessionEpoch } = await requireUser(tx, userId);
    await updateUser(tx, userId, { sessionEpoch: sessionEpoch + 1 });
    const ctx = userContext(installation, userId);
    await record(tx, ctx, "user.signed-out-everywhere", userId, {});
    return ok({ userId });
  });
}
