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
 * Likes or reposts what a person wrote, on the network. It is stored as an appreciation, which is no
 * recognition and does not hold back a shout-out. Doing it twice changes nothing, here or on the network.
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
    // Of two simultaneous requests only one stores the appreciation.
    if (await insertAppreciation(tx, given))
      await record(tx, ctx, "touchpoint.appreciated", touchpointId, { how });
    return ok({ touchpointId, how });
  });
}

/**
 * Whether the touchpoint can be liked or reposted: it needs one of our accounts, a target, and a network that
 * allows it.
 */
export function canAppreciate(
  networks: NetworkRegistry,
  { accountId, replyTarget, channel }: Pick<Touchpoint, "accountId" | "replyTarget" | "channel">,
): boolean {
  return (
    accountId !== null && replyTarget !== null && networks.find(channel)?.appreciate !== undefined
  );
}

/** Likes or reposts on the network. Returns the network's reason if that failed, undefined on success. */
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
