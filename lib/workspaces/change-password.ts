import { record } from "../events/record.ts";
import type { Runtime } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { changePasswordInput } from "./input.ts";
import { hashPassword, isPassword } from "./password.ts";
import { deleteSessionsOf } from "./session-repository.ts";
import { countByUser, forgiveUser, minutesOf } from "./throttle.ts";
import { userContext } from "./user-context.ts";
import { requireUser, updateUser } from "./user-repository.ts";
import type { User } from "./workspace.ts";

/** Changes the password and ends all sessions of the user; the caller starts a new one. */
export async function changePassword(
  runtime: Runtime,
  userId: string,
  input: { current: string; next: string },
): Promise<Result<User, "wrong-password" | "too-many-attempts">> {
  const { current, next } = changePasswordInput.parse(input);
  const before = await requireUser(runtime.db, userId);
  const wait = await countByUser(runtime, "password", userId);
  if (wait > 0) return refused("too-many-attempts", minutesOf(wait));
  if (!(await isPassword(current, before.passwordHash))) return refused("wrong-password");
  await forgiveUser(runtime, "password", userId);
  const passwordHash = await hashPassword(next);
  return runtime.transact(async (tx) => {
    const user = await requireUser(tx, userId);
    await updateUser(tx, userId, { passwordHash });
    await deleteSessionsOf(tx, userId);
    const fields = ["password"];
    await record(tx, userContext(runtime, userId), "user.changed", userId, { fields });
    return ok({ ...user, passwordHash });
  });
}
