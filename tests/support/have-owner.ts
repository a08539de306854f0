import { inviteMember } from "#lib/workspaces/invite-member";
import { setUpOwner } from "#lib/workspaces/set-up-owner";

import { testRuntime, type TestContext } from "./context.ts";

export const password = "correct horse battery";

/** Ada, who set the installation up, in her workspace. */
export async function haveOwner(): Promise<TestContext> {
  const runtime = await testRuntime();
  const made = await setUpOwner(runtime, {
    email: "ada@wol.example",
    name: "Ada",
    password,
    workspaceName: "Noorderwol",
    timeZone: "Europe/Amsterdam",
  });
  if (!made.ok) throw new Error(made.refusal);
  const { userId, workspaceId } = made.value;
  return { ...runtime, workspaceId, actor: { id: userId, role: "owner" } };
}

/** What an editor-to-be is handed. */
export async function invited(ctx: TestContext, email = "") {
  const outcome = await inviteMember(ctx, { role: "editor", email });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}
