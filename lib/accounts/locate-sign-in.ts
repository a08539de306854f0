import type { Runtime } from "../kernel/context.ts";
import { findSignInByState } from "./sign-in-repository.ts";
import { stateFingerprint, type SignInRow } from "./sign-in.ts";

type Located = Pick<SignInRow, "id" | "workspaceId" | "network" | "publicUrl" | "callbackUrl">;

/** Where somebody who came back with this state was sent off from. Whoever has the state was. */
export async function locateSignIn(
  runtime: Pick<Runtime, "db" | "secrets">,
  state: string,
): Promise<Located | undefined> {
  return findSignInByState(runtime.db, stateFingerprint(runtime, state));
}
