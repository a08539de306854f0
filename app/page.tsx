import { redirect } from "next/navigation";

import { currentRuntime } from "#lib/runtime/current";
import { listWorkspaces } from "#lib/workspaces/list-workspaces";

import { signedInUser } from "./_actions/signed-in-context.ts";

/** Redirects to the user's first workspace; if signed out, to the sign-in page or to set-up. */
export default async function StartPage() {
  const user = await signedInUser();
  const [first] = await listWorkspaces(currentRuntime(), user.id);
  redirect(first ? `/${first.slug}/today` : "/no-workspace");
}
