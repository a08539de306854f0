import { record } from "../events/record.ts";
import type { Runtime } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { changePasswordInput } from "./input.ts";
import { hashPassword, isPassword } from "./password.ts";
import { userContext } from "./user-context.ts";
import { requireUser, updateUser } from "./user-repository.ts";
import type { User } from "./workspace.ts";

/** Ends every other session; the caller starts a new one with what it returns. */
export async function changePassword(
  runtime: Runtime,
  userId: string,
  input: { current: string; next: string },
): Promise<Result<User, "wrong-password">> {
  const { current, next } = changePasswordInput.parse(input);
  const before = await requireUser(runtime.db, userId);
  if (!(await isPassword(current, before.passwordHash))) return refused("wrong-password");
  const passwordHash = await hashPassword(next);
  return runtime.transact(async (tx) => {
    const user = await requireUser(tx, userId);
    const sessionEpoch = user.sessionEpoch + 1;
    await updateUser(tx, userId, { passwordHash, sessionEpoch });
    const fields = ["password"];
    await record(tx, userContext(runtime, userId), "user.changed", userId, { fields });
    return ok({ ...user, passwordHash, sessionEpoch });
  });
}
