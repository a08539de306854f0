import type { Runtime } from "../kernel/context.ts";
import { findSignInByState } from "./sign-in-repository.ts";
import { stateFingerprint, type SignInRow } from "./sign-in.ts";

type Located = Pick<SignInRow, "id" | "workspaceId" | "network" | "publicUrl" | "callbackUrl">;

/**
 * Returns the sign-in that a state belongs to; undefined if there is none. The state is secret, so whoever
 * has it comes from that sign-in.
 */
export async function locateSignIn(
  runtime: Pick<Runtime, "db" | "secrets">,
  state: string,
): Promise<Located | undefined> {
  return findSignInByState(runtime.db, stateFingerprint(runtime, state));
}
