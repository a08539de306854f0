import { redirect } from "next/navigation";
import { cache } from "react";

import type { Context } from "#lib/kernel/context";
import { currentRuntime } from "#lib/runtime/current";
import { hasOwner } from "#lib/workspaces/has-owner";
import { openWorkspace } from "#lib/workspaces/open-workspace";
import type { User, Workspace } from "#lib/workspaces/workspace";

import { currentUser } from "../_auth/session.ts";
import { orNotFound } from "./or-not-found.ts";

export interface SignedInContext extends Context {
  readonly user: User;
  readonly workspace: Workspace;
}

/** Who is asking, in the workspace of the address. A workspace one is not a member of does not exist. */
export const signedInContext = cache(async (slug: string): Promise<SignedInContext> => {
  const user = await signedInUser();
  const runtime = currentRuntime();
  const membership = await orNotFound(openWorkspace(runtime, user.id, slug));
  return {
    ...runtime,
    workspaceId: membership.workspace.id,
    actor: { id: user.id, role: membership.role },
    user,
    workspace: membership.workspace,
  };
});

/** The signed-in user; anybody else is sent to sign in, or to set up a fresh installation. */
export const signedInUser = cache(async (): Promise<User> => {
  const user = await currentUser();
  if (user) return user;
  const runtime = currentRuntime();
  return redirect((await hasOwner(runtime)) ? "/sign-in" : "/set-up");
});
