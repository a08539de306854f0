import type { Account } from "../accounts/account.ts";
import { limitsOf } from "../accounts/limits-of.ts";
import { showAccount } from "../accounts/show-account.ts";
import { withSession } from "../accounts/with-session.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Refused, type Result } from "../kernel/result.ts";
import { publishableText } from "../kernel/visible-text.ts";
import type { Published } from "../networks/contract/remote.ts";
import { problemsOfPart, type Problem } from "../posts/problems.ts";
import { indexPosts } from "../search/index-rows.ts";
import { refuseOther, unknownAuthor } from "../workspaces/changed-since.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { applyEvent } from "./apply-event.ts";
import type { Delivery } from "./delivery.ts";
import type { EditPublishedInput } from "./input.ts";
import { outgoingPart } from "./outgoing-part.ts";
import { findDelivery, lockDelivery } from "./repository.ts";

export type EditRefusal =
  | "not-published"
  | "cannot-edit-there"
  | "edit-failed"
  | "edit-unknown"
  | "changed-since"
  | Problem["kind"];

/**
 * Changes the text of a published part on the network, if the network supports it. Refuses if the text was
 * changed in the meantime, here or on the network, and returns that text instead of overwriting it.
 */
export async function editPublished(
  ctx: Context,
  { deliveryId, text: typed, seen }: EditPublishedInput,
): Promise<Result<{ deliveryId: string }, EditRefusal>> {
  requireRole(ctx, "editor");
  const delivery = await findDelivery(ctx.db, ctx.workspaceId, deliveryId);
  if (delivery.state !== "published" || delivery.removedAt) return refused("not-published");
  const text = publishableText(typed).trim();
  const standing = delivery.snapshot.text;
  if (text === standing) return ok({ deliveryId });
  if (seen && !seen.some((one) => one.trim() === standing.trim())) {
    const change = { id: deliveryId, type: "delivery.edited" } as const;
    return refuseOther(ctx.db, ctx, change, { text: standing });
  }
  const changed = { ...delivery, snapshot: { ...delivery.snapshot, text } };
  const obstacle = obstacleTo(ctx, changed, await showAccount(ctx, delivery.accountId));
  if (obstacle) return obstacle;
  const outcome = await edit(ctx, changed, seen ?? [standing]);
  return "refusal" in outcome ? outcome : ok(await save(ctx, delivery, text, outcome));
}

function obstacleTo(
  ctx: Context,
  { network, remoteId, snapshot }: Delivery,
  account: Account,
): Refused<EditRefusal> | undefined {
  const { label, edit } = ctx.networks.get(network);
  if (!edit || !remoteId) return refused("cannot-edit-there", { network: label });
  const [problem] = problemsOfPart(account.id, limitsOf(ctx, account), snapshot, 1);
  if (!problem) return undefined;
  const { kind, used, max } = problem;
  return refused(kind, { account: `${label} (${account.handle})`, used, max, part: 1 });
}

/**
 * Edits the text on the network. An unknown outcome is only reported to the caller, because an edit can
 * safely be sent again.
 */
async function edit(
  ctx: Context,
  changed: Delivery,
  seen: readonly string[],
): Promise<Published | Refused<EditRefusal>> {
  const { accountId, workspaceId, remoteId, reference, url, network } = changed;
  const part = await outgoingPart(ctx, changed);
  const published = { remoteId: remoteId ?? "", reference, url: url ?? "" };
  const outcome = await withSession(ctx, { id: accountId, workspaceId }, async (session, there) =>
    there.edit
      ? there.edit(session, published, part, seen)
      : { kind: "not-sent" as const, detail: "This network has no editing." },
  );
  if (outcome.kind === "edited") return outcome;
  if (outcome.kind === "changed-there") {
    const { text } = outcome;
    return refused("changed-since", { ...unknownAuthor, "theirs.text": text });
  }
  const { label } = ctx.networks.get(network);
  return outcome.kind === "unknown"
    ? refused("edit-unknown", { network: label })
    : refused("edit-failed", { network: label, said: outcome.detail });
}

async function save(ctx: Context, before: Delivery, text: string, { url }: Published) {
  return ctx.transact(async (tx) => {
    const { id: deliveryId, workspaceId } = before;
    const published = await lockDelivery(tx, workspaceId, deliveryId);
    await applyEvent(tx, ctx, published, { type: "edit", text, url });
    const { postId, snapshot } = published;
    await indexPosts(tx, workspaceId, [postId]);
    await record(tx, ctx, "delivery.edited", deliveryId, { postId, before: snapshot.text });
    return { deliveryId };
  });
}
