import { showAccount } from "../accounts/show-account.ts";
import type { Db } from "../db/store.ts";
import { isUniqueViolation } from "../db/unique-violation.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import type { Candidate } from "../networks/contract/remote.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { applyEvent } from "./apply-event.ts";
import { listBound } from "./bound-posts-repository.ts";
import { payForResolved } from "./delivery-price.ts";
import type { Delivery } from "./delivery.ts";
import { isSearchedFirst } from "./find-search-first.ts";
import type { ResolveDeliveryInput } from "./input.ts";
import { findDelivery, lockDelivery } from "./repository.ts";
import { allowedResolutions } from "./resolution.ts";
import { resumeThread } from "./resume-thread.ts";

type Answered = { readonly deliveryId: string; readonly state: Delivery["state"] };

export type ResolveRefusal = "nothing-to-answer" | "no-such-candidate" | "post-taken";

/**
 * A person settles what the product could or would not decide: it is there, send it again, or leave
 * it out. Of the posts that were found one can be picked, by its id or its address: then the product
 * knows the post as its own, answers and counts included. So it does where a pasted address tells
 * which post it is; any other is only shown.
 */
export async function resolveDelivery(
  ctx: Context,
  input: ResolveDeliveryInput,
): Promise<Result<Answered, ResolveRefusal>> {
  requireRole(ctx, "editor");
  const pasted = await postAt(ctx, input.deliveryId, input.url);
  try {
    return await keepAnswer(ctx, input, pasted);
  } catch (error) {
    // Somebody bound the same post to another delivery at this very moment.
    if (isUniqueViolation(error)) return refused("post-taken");
    throw error;
  }
}

async function keepAnswer(
  ctx: Context,
  { deliveryId, answer, url, candidateRemoteId }: ResolveDeliveryInput,
  pasted: Candidate | undefined,
): Promise<Result<Answered, ResolveRefusal>> {
  return ctx.transact(async (tx) => {
    const delivery = await lockDelivery(tx, ctx.workspaceId, deliveryId);
    if (!allowedResolutions(delivery).includes(answer)) return refused("nothing-to-answer");
    const picked = pick(delivery, { url, candidateRemoteId }) ?? pasted;
    const found = answer === "is-there" ? picked : undefined;
    if (candidateRemoteId !== undefined && !found) return refused("no-such-candidate");
    if (await isBound(tx, delivery, found)) return refused("post-taken");

    const resolved = await applyEvent(tx, ctx, delivery, {
      type: "resolve",
      resolution: answer,
      url,
      found,
      isSearchedFirst: await isSearchedFirst(tx, delivery, delivery),
    });
    await payForResolved(tx, ctx, delivery, answer);
    await record(tx, ctx, "delivery.answered", deliveryId, { answer });
    if (answer === "send-again") await resumeThread(tx, ctx, delivery, ctx.clock.now());
    return ok({ deliveryId, state: (resolved ?? delivery).state });
  });
}

async function isBound(db: Db, delivery: Delivery, found: Candidate | undefined): Promise<boolean> {
  return found !== undefined && (await listBound(db, delivery, [found.remoteId])).size > 0;
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

function pick(
  { candidates }: Delivery,
  { url, candidateRemoteId }: Pick<ResolveDeliveryInput, "url" | "candidateRemoteId">,
): Candidate | undefined {
  return candidates?.find((one) =>
    candidateRemoteId === undefined ? one.url === url : one.remoteId === candidateRemoteId,
  );
}
