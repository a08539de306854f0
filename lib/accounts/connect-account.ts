import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { countByUser, forgiveUser, minutesOf } from "../workspaces/throttle.ts";
import { acceptOutcome } from "./accept-outcome.ts";
import type { Account } from "./account.ts";
import { missingAnswer } from "./connect-failure.ts";
import { connectorContext } from "./connector-context.ts";
import { connectAccountInput, type ConnectAccountInput } from "./input.ts";
import { beginChoice, mustChoose } from "./offer-accounts.ts";
import { findAccount } from "./repository.ts";
import { saveSignedIn } from "./save-signed-in.ts";

export type ConnectRefusal =
  | "unknown-network"
  | "answer-missing"
  | "connect-failed"
  | "another-account"
  | "choose-accounts"
  | "too-many-attempts";

/**
 * Signs in at the network with the given answers and stores the sealed credentials. The same remote account
 * again is a reconnection: the account keeps its id, and what waited for it is sent. The refusal
 * `connect-failed` names the reason as `code` (a key under `connect.failures`) and the field.
 */
export async function connectAccount(
  ctx: Context,
  input: ConnectAccountInput,
): Promise<Result<Account, ConnectRefusal>> {
  requireRole(ctx, "manager");
  const { network, answers, accountId } = connectAccountInput.parse(input);
  const connector = ctx.networks.find(network);
  if (!connector) return refused("unknown-network", { network });
  const expected = accountId ? await findAccount(ctx.db, ctx.workspaceId, accountId) : undefined;
  const missing = missingAnswer(connector.connectFields, answers);
  if (missing) return refused("answer-missing", { network, field: missing });

  // Passwords of other services may be guessed here too, so the attempts are limited.
  const who = `${ctx.workspaceId} ${ctx.actor.id}`;
  const wait = await countByUser(ctx, "connect", who);
  if (wait > 0) return refused("too-many-attempts", minutesOf(wait));
  const outcome = await connector.connect(connectorContext(ctx, ctx.workspaceId, network), answers);
  const accepted = await acceptOutcome(ctx, connector, outcome, expected);
  if (!accepted.ok) return accepted;
  await forgiveUser(ctx, "connect", who);
  if (accepted.value.kind === "several")
    return mustChoose(connector, await beginChoice(ctx, network, accepted.value), accepted.value);
  const { account } = accepted.value;
  return ok(await ctx.transact((tx) => saveSignedIn(tx, ctx, network, account)));
}
