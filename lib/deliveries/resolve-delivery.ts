import { showAccount } from "../accounts/show-account.ts";
import type { Tx } from "../db/store.ts";
import { isUniqueViolation } from "../db/unique-violation.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import type { Candidate } from "../networks/contract/remote.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import type { Delivery } from "./delivery.ts";
import type { ResolveDeliveryInput } from "./input.ts";
import { moveDelivery } from "./move-delivery.ts";
import type { TimeRefusal } from "./planned-time.ts";
import { findDelivery } from "./repository.ts";
import { rewriteDelivery } from "./rewrite-delivery.ts";
import { settleDelivery, type SettleRefusal } from "./settle-delivery.ts";

export interface ResolvedDelivery {
  readonly deliveryId: string;
  readonly answer: ResolveDeliveryInput["answer"];
  readonly state: Delivery["state"];
  /** The delivery's post; for the answer `rewrite`, the post to open in the composer. */
  readonly postId: string;
}

export type ResolveRefusal = SettleRefusal | TimeRefusal | "not-an-address";

/**
 * Applies a person's answer to a delivery that waits for them: it is there, send it again, leave it out, move
 * or rewrite. Everything happens in one transaction.
 */
export async function resolveDelivery(
  ctx: Context,
  input: ResolveDeliveryInput,
): Promise<Result<ResolvedDelivery, ResolveRefusal>> {
  requireRole(ctx, "editor");
  const { deliveryId, answer, url, candidateRemoteId } = input;
  // The URL and the candidate count only for "it is there", because the other answers' forms may send them
  // too.
  const named = answer === "is-there" ? { url, candidateRemoteId } : {};
  if (named.url !== undefined && !/^https?:\/\/\S+$/.test(named.url))
    return refused("not-an-address", { address: named.url });
  const pasted = await postAt(ctx, deliveryId, named.url);
  const { timeZone } = await showWorkspace(ctx);
  try {
    return await ctx.transact(async (tx) => {
      const given = { ...input, ...named, pasted, timeZone };
      const done = await keepAnswer(tx, ctx, given);
      if (!done.ok) return done;
      const { state, postId } = await findDelivery(tx, ctx.workspaceId, deliveryId);
      return ok({ deliveryId, answer, state, postId, ...done.value });
    });
  } catch (error) {
    // Another transaction has just linked the same post to another delivery.
    if (isUniqueViolation(error)) return refused("post-taken");
    throw error;
  }
}

type Given = ResolveDeliveryInput & {
  readonly pasted: Candidate | undefined;
  readonly timeZone: string;
};

async function keepAnswer(
  tx: Tx,
  ctx: Context,
  given: Given,
): Promise<Result<{ postId?: string }, ResolveRefusal>> {
  const { answer, when } = given;
  if (answer === "rewrite") return rewriteDelivery(tx, ctx, given);
  if (answer !== "move") return settleDelivery(tx, ctx, { ...given, answer });
  if (!when) return refused("unreadable-time", { at: "" });
  return moveDelivery(tx, ctx, { ...given, when });
}

async function postAt(
  ctx: Context,
  deliveryId: string,
  url: string | undefined,
): Promise<Candidate | undefined> {
  if (url === undefined) return undefined;
  const { accountId, network } = await findDelivery(ctx.db, ctx.workspaceId, deliveryId);
  return ctx.networks.get(network).postAt?.(await showAccount(ctx, accountId), url);
}
