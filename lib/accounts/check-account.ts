import type { Context } from "../kernel/context.ts";
import type { Http } from "../kernel/ports.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import type { Connector } from "../networks/contract/connector.ts";
import type { Allowance } from "../networks/contract/outcome.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { withoutCredentials, type Account } from "./account.ts";
import { describeAccount } from "./describe-account.ts";
import { findInAccount, findInClock, findInSignIn } from "./find-in-account.ts";
import { findInWebhooks, type WebhookState } from "./find-in-webhooks.ts";
import { byWeight, fine, toDo, type Finding } from "./finding.ts";
import type { AccountIdInput } from "./input.ts";
import { findAccount, updateAccount } from "./repository.ts";
import { subscribeAccount } from "./subscribe-account.ts";
import { verifyTokenOf, webhookAddress } from "./webhook-address.ts";
import { findWebhookLine } from "./webhook-repository.ts";
import { withSession, type SessionProblem } from "./with-session.ts";

export interface Checkup {
  readonly account: Account;
  /** Findings, the most urgent first. */
  readonly findings: readonly Finding[];
}

/** Checks an account by asking the network, and stores what the network says about it. */
export async function checkAccount(
  ctx: Context,
  { accountId }: AccountIdInput,
): Promise<Result<Checkup, "account-disconnected">> {
  requireRole(ctx, "manager");
  const before = await findAccount(ctx.db, ctx.workspaceId, accountId);
  if (before.state === "disconnected")
    return refused("account-disconnected", { account: before.handle });
  const { label: network } = ctx.networks.get(before.network);
  const times: Date[] = [];
  const asked = await ask({ ...ctx, http: noting(ctx.http, times) }, before);
  const account = withoutCredentials(await findAccount(ctx.db, ctx.workspaceId, accountId));
  const now = ctx.clock.now();
  const connector = ctx.networks.get(account.network);
  const findings = [
    ...asked,
    ...findInClock(network, times.at(-1), now),
    ...findInAccount(account, connector, now, ctx.mediaShare !== undefined),
    ...findInWebhooks(account, connector, await webhookState(ctx, account, connector)),
  ];
  return ok({ account, findings: onceEach(findings).toSorted(byWeight) });
}

async function ask(ctx: Context, account: Account): Promise<Finding[]> {
  const { label: network, examine } = ctx.networks.get(account.network);
  const described = await describeAccount(ctx, account);
  if (described.kind === "unknown") return [fine("not-asked", { network })];
  if (described.kind !== "described") return [findInProblem(network, described)];
  const good = fine("sign-in-good", { network });
  if (!examine) return [good];
  const told = await withSession(ctx, account, (session) => examine(session));
  if (told.kind === "examined" && told.allowances)
    await keepAllowances(ctx, account, told.allowances);
  return told.kind === "examined"
    ? [good, ...findInSignIn(network, told, ctx.clock.now())]
    : [good, findInProblem(network, told)];
}

async function keepAllowances(
  ctx: Context,
  { id }: Account,
  told: readonly Allowance[],
): Promise<void> {
  const allowances = { at: ctx.clock.now().toISOString(), told };
  await ctx.transact((tx) => updateAccount(tx, ctx.workspaceId, id, { allowances }));
}

function findInProblem(network: string, problem: SessionProblem): Finding {
  const said = problem.detail;
  if (problem.kind === "later") return toDo("waits", "notice", { network, until: problem.retryAt });
  const code = problem.kind === "reconnect" ? "sign-in-needed" : "not-reached";
  return toDo(code, "problem", { network, said });
}

/**
 * Returns the state of the account's webhooks. It subscribes again, which also repairs a lost subscription.
 */
async function webhookState(
  ctx: Context,
  { id }: Account,
  { webhooks }: Connector,
): Promise<WebhookState> {
  const { family = "" } = webhooks ?? {};
  return {
    address: ctx.publicAddress && webhookAddress(ctx.publicAddress, family),
    verifyToken: verifyTokenOf(ctx, family),
    line: await findWebhookLine(ctx.db, family),
    subscribed: webhooks && (await subscribeAccount(ctx, id)),
  };
}

/**
 * Removes duplicates: the check also stores the network's answers on the account, where `findInAccount` finds
 * them again.
 */
function onceEach(findings: readonly Finding[]): Finding[] {
  const found = new Map<string, Finding>();
  for (const finding of findings) {
    const { permission, name } = finding.values;
    const key = `${finding.code} ${String(permission ?? name ?? "")}`;
    if (!found.has(key)) found.set(key, finding);
  }
  return [...found.values()];
}

/** Returns an HTTP client that also collects the `Date` headers of the answers. */
function noting(http: Http, times: Date[]): Http {
  return {
    ...http,
    async send(address, request) {
      const answer = await http.send(address, request);
      const at = new Date(answer.headers.get("date") ?? "");
      if (!Number.isNaN(at.getTime())) times.push(at);
      return answer;
    },
  };
}
