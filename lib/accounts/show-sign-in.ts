import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { findSignIn } from "./sign-in-repository.ts";
import { openMemory, type SignInFailure } from "./sign-in.ts";

export interface SignIn {
  readonly id: string;
  readonly network: string;
  /** The account to sign in again, where it was begun for one. */
  readonly accountId: string | null;
  readonly state: "under-way" | "connected" | "failed" | "expired";
  /** Where the person is to go; undefined once they are back. */
  readonly url: string | undefined;
  /** Answers that were given, without passwords. */
  readonly typed: Readonly<Record<string, string>>;
  readonly connectedId: string | null;
  readonly failure: SignInFailure | undefined;
}

/** How far a sign-in on a network's own page has come. */
export async function showSignIn(ctx: Context, signInId: string): Promise<SignIn> {
  requireRole(ctx, "manager");
  const row = await findSignIn(ctx.db, ctx.workspaceId, signInId);
  const { url, typed } = openMemory(ctx, row);
  const { id, network, accountId, connectedId } = row;
  const failure = row.failure ?? undefined;
  const state = stateOf(row, ctx.clock.now());
  return { id, network, accountId, state, url, typed, connectedId, failure };
}

function stateOf(row: Awaited<ReturnType<typeof findSignIn>>, now: Date): SignIn["state"] {
  if (row.connectedId) return "connected";
  if (row.failure) return "failed";
  return row.expiresAt <= now ? "expired" : "under-way";
}
