import type { Context } from "../kernel/context.ts";
import type { OfferedAccount } from "../networks/contract/connect-outcome.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listAccounts } from "./list-accounts.ts";
import { findSignIn } from "./sign-in-repository.ts";
import { openMemory, type SignInFailure, type SignInRow } from "./sign-in.ts";

export interface SignIn {
  readonly id: string;
  readonly network: string;
  /** The account to sign in again; null if the sign-in accepts any account. */
  readonly accountId: string | null;
  readonly state: "under-way" | "choosing" | "connected" | "failed" | "expired";
  /** URL of the network's page; undefined after the return. */
  readonly url: string | undefined;
  /** The entered answers, without passwords. */
  readonly typed: Readonly<Record<string, string>>;
  readonly connectedId: string | null;
  /** The opened accounts without credentials, while a person has to choose; otherwise empty. */
  readonly offered: readonly Offered[];
  /** True if the network has more accounts than were read. */
  readonly hasMore: boolean;
  readonly failure: SignInFailure | undefined;
}

export interface Offered extends Omit<OfferedAccount, "credentials" | "limits"> {
  /** True if the account is connected: choosing it signs it in again. */
  readonly isConnected: boolean;
}

/** Returns the progress of a sign-in. */
export async function showSignIn(ctx: Context, signInId: string): Promise<SignIn> {
  requireRole(ctx, "manager");
  const row = await findSignIn(ctx.db, ctx.workspaceId, signInId);
  const { url, typed, offered: opened = [], hasMore = false } = openMemory(ctx, row);
  const { id, network, accountId, connectedId } = row;
  const failure = row.failure ?? undefined;
  const state = stateOf(row, opened.length > 0, ctx.clock.now());
  const offered = state === "choosing" ? await withConnected(ctx, network, opened) : [];
  return { id, network, accountId, state, url, typed, connectedId, failure, offered, hasMore };
}

async function withConnected(
  ctx: Context,
  network: string,
  opened: readonly OfferedAccount[],
): Promise<Offered[]> {
  const accounts = await listAccounts(ctx);
  const connected = new Set(
    accounts
      .filter((account) => account.network === network && account.state !== "disconnected")
      .map(({ remoteId }) => remoteId),
  );
  return opened.map(({ credentials: _secret, limits: _limits, ...shown }) => ({
    ...shown,
    isConnected: connected.has(shown.remoteId),
  }));
}

function stateOf(row: SignInRow, hasOffers: boolean, now: Date): SignIn["state"] {
  if (row.connectedId) return "connected";
  if (row.failure) return "failed";
  if (row.expiresAt <= now) return "expired";
  return hasOffers ? "choosing" : "under-way";
}
