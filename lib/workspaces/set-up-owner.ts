import { record } from "../events/record.ts";
import type { Runtime } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { insertNewWorkspace } from "./create-workspace.ts";
import { setUpOwnerInput, type SetUpOwnerInput } from "./input.ts";
import { newUser } from "./new-user.ts";
import { hashPassword } from "./password.ts";
import { hasAnyUser, insertUser } from "./user-repository.ts";

export interface OwnerSetUp {
  readonly userId: string;
  readonly workspaceId: string;
  readonly slug: string;
}

/** Creates the first user and their workspace. Refused once any user exists. */
export async function setUpOwner(
  runtime: Runtime,
  input: SetUpOwnerInput,
): Promise<Result<OwnerSetUp, "already-set-up">> {
  const owner = setUpOwnerInput.parse(input);
  if (await hasAnyUser(runtime.db)) return refused("already-set-up");
  const passwordHash = await hashPassword(owner.password);
  return runtime.transact(async (tx) => {
    if (await hasAnyUser(tx)) return refused("already-set-up");
    const user = newUser(runtime, { ...owner, passwordHash, isEmailProven: true });
    await insertUser(tx, user);
    const workspace = await insertNewWorkspace(tx, runtime, user.id, {
      name: owner.workspaceName,
      timeZone: owner.timeZone,
      stageTemplate: owner.stageTemplate,
      isSample: owner.isSample,
    });
    const ctx = {
      ...runtime,
      workspaceId: workspace.id,
      actor: { id: user.id, role: "owner" as const },
    };
    await record(tx, ctx, "user.created", user.id, { email: user.email });
    return ok({ userId: user.id, workspaceId: workspace.id, slug: workspace.slug });
  });
}
