import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import { systemContext, type Runtime } from "../kernel/context.ts";
import type { DescribeOutcome } from "../networks/contract/outcome.ts";
import type { Account, AccountRow } from "./account.ts";
import { lockAccount, updateAccount } from "./repository.ts";
import { withSession, type SessionProblem } from "./with-session.ts";

type Described = Extract<DescribeOutcome, { kind: "described" }>;
type Description = Pick<AccountRow, "handle" | "displayName" | "avatarUrl" | "limits">;

const dayMs = 24 * 60 * 60_000;

/** Whether an account's description is older than a day, or missing. */
export function isDescriptionOld(account: Pick<Account, "describedAt">, now: Date): boolean {
  return !account.describedAt || now.getTime() - account.describedAt.getTime() >= dayMs;
}

/**
 * Asks the network for the account's name, picture and limits, and stores them. `unknown`: the connector
 * cannot describe accounts.
 */
export async function describeAccount(
  runtime: Runtime,
  account: Pick<Account, "id" | "workspaceId" | "network">,
): Promise<Described | SessionProblem | { kind: "unknown" }> {
  const { describe } = runtime.networks.get(account.network);
  if (!describe) return { kind: "unknown" };
  const outcome = await withSession(runtime, account, (session) => describe(session));
  if (outcome.kind === "described")
    await runtime.transact((tx) => keep(tx, runtime, account, outcome));
  return outcome;
}

async function keep(
  tx: Tx,
  runtime: Runtime,
  { id, workspaceId }: Pick<Account, "id" | "workspaceId">,
  { handle, displayName, avatarUrl, limits, followers }: Described,
): Promise<void> {
  const before = await lockAccount(tx, workspaceId, id);
  const now: Description = {
    handle,
    displayName,
    avatarUrl: avatarUrl ?? null,
    limits: limits ?? null,
  };
  const describedAt = runtime.clock.now();
  await updateAccount(tx, workspaceId, id, { ...now, describedAt, followers: followers ?? null });
  const fields = changedFields(before, now);
  if (fields.length === 0) return;
  const ctx = systemContext(runtime, workspaceId);
  await record(tx, ctx, "account.changed", id, { fields });
}

function changedFields(before: Description, now: Description): string[] {
  const names = ["handle", "displayName", "avatarUrl", "limits"] as const;
  return names.filter((name) => textOf(before[name]) !== textOf(now[name]));
}

/** Serialises a value with sorted keys, because the database does not keep their order. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${key}:${textOf(one)}`).join()}}`;
}
