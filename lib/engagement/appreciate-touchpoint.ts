import { withSession } from "../accounts/with-session.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { insertAppreciation, isGiven } from "./appreciation-repository.ts";
import type { AppreciateInput } from "./input.ts";
import { findTouchpoint } from "./repository.ts";
import type { Appreciation, Touchpoint } from "./touchpoint.ts";

export type AppreciateRefusal = "cannot-appreciate-there" | "appreciate-failed";

/**
 * Gives a favourite or a repost to what somebody wrote. It is kept as something that we gave back, but is
 * no thank-you: it holds no shout-out back. Giving it twice changes nothing, neither here nor there.
 */
export async function appreciateTouchpoint(
  ctx: Context,
  { touchpointId, how }: AppreciateInput,
): Promise<Result<Pick<Appreciation, "touchpointId" | "how">, AppreciateRefusal>> {
  requireRole(ctx, "editor");
  const touchpoint = await findTouchpoint(ctx.db, ctx.workspaceId, touchpointId);
  const network = ctx.networks.find(touchpoint.channel)?.label ?? touchpoint.channel;
  if (!canAppreciate(ctx.networks, touchpoint))
    return refused("cannot-appreciate-there", { network });
  if (await isGiven(ctx.db, ctx.workspaceId, { touchpointId, how }))
    return ok({ touchpointId, how });
  const said = await give(ctx, touchpoint, how);
  if (said !== undefined) return refused("appreciate-failed", { network, said });
  return ctx.transact(async (tx) => {
    const given = {
      id: ctx.newId(),
      workspaceId: ctx.workspaceId,
      touchpointId,
      how,
      at: ctx.clock.now(),
      by: ctx.actor.id,
    };
    // Two people who press at once give it once.
    if (await insertAppreciation(tx, given))
      await record(tx, ctx, "touchpoint.appreciated", touchpointId, { how });
    return ok({ touchpointId, how });
  });
}

/** Whether there is something of theirs to favourite, on a network that lets a tool do so. */
export function canAppreciate(
  networks: NetworkRegistry,
  { accountId, replyTarget, channel }: Pick<Touchpoint, "accountId" | "replyTarget" | "channel">,
): boolean {
  return (
    accountId !== null && replyTarget !== null && networks.find(channel)?.appreciate !== undefined
  );
}

/** Why it did not work, in the network's words; undefined once it is given. */
async function give(
  ctx: Context,
  { accountId, replyTarget, workspaceId }: Touchpoint,
  how: Appreciation["how"],
): Promise<string | undefined> {
  if (accountId === null || replyTarget === null) return "";
  const outcome = await withSession(ctx, { id: accountId, workspaceId }, async (session, network) =>
    network.appreciate
      ? network.appreciate(session, replyTarget, how)
      : { kind: "not-sent" as const, detail: "" },
  );
  return outcome.kind === "done" ? undefined : outcome.detail;
}
