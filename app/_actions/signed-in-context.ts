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

/**
 * Returns the context of the signed-in user in the workspace of the address. Renders the not-found page if
 * the user is not a member.
 */
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

/**
 * Returns the signed-in user; redirects others to the sign-in page, or to set-up if the installation has no
 * owner.
 */
export const signedInUser = cache(async (): Promise<User> => {
  const user = await currentUser();
  if (user) return user;
  const runtime = currentRuntime();
  return redirect((await hasOwner(runtime)) ? "/sign-in" : "/set-up");
});
