import { record } from "../events/record.ts";
import type { Runtime } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { profileInput, type ProfileInput } from "./input.ts";
import { userContext } from "./user-context.ts";
import { requireUser, updateUser } from "./user-repository.ts";
import type { User } from "./workspace.ts";

/** Changes the user's own profile: name, language, time zone, theme or whether they get e-mail. */
export async function changeProfile(
  runtime: Runtime,
  userId: string,
  input: ProfileInput,
): Promise<Result<User, never>> {
  const change = withoutUndefined(profileInput.parse(input));
  return runtime.transact(async (tx) => {
    const user = await requireUser(tx, userId);
    const fields = Object.keys(change);
    if (fields.length === 0) return ok(user);
    await updateUser(tx, userId, change);
    await record(tx, userContext(runtime, userId), "user.changed", userId, { fields });
    return ok({ ...user, ...change });
  });
}

function withoutUndefined<Values extends object>(values: Values) {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [Key in keyof Values]?: Exclude<Values[Key], undefined> };
}
