import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { refuseHeld } from "./find-hold.ts";
import type { WordingInput } from "./input.ts";
import { listShoutOuts, type Suggestion } from "./list-shout-outs.ts";
import { findShoutOut, lockShoutOut, updateShoutOut } from "./repository.ts";
import type { ShoutOutDraft } from "./shout-out.ts";

type ListRefusal = "already-decided" | "held-back";

/** Returns a suggestion with every wording that fits. */
export async function listWordings(
  ctx: Context,
  { shoutOutId }: { readonly shoutOutId: string },
): Promise<Result<Pick<Suggestion, "shoutOut" | "wordings">, ListRefusal>> {
  requireRole(ctx, "viewer");
  const { status } = await findShoutOut(ctx.db, ctx.workspaceId, shoutOutId);
  if (status !== "suggested") return refused("already-decided");
  const held = await refuseHeld(ctx, shoutOutId);
  if (held) return held;
  const { suggestions } = await listShoutOuts(ctx);
  const suggestion = suggestions.find(({ shoutOut }) => shoutOut.id === shoutOutId);
  return suggestion ? ok(suggestion) : refused("already-decided");
}

/**
 * Puts the draft into another tone or one of the workspace's own sentences. It stays until a person chooses
 * again.
 */
export async function chooseWording(
  ctx: Context,
  { shoutOutId, wording }: WordingInput,
): Promise<Result<ShoutOutDraft, ListRefusal | "no-such-wording">> {
  requireRole(ctx, "editor");
  const listed = await listWordings(ctx, { shoutOutId });
  if (!listed.ok) return listed;
  const { wordings, shoutOut } = listed.value;
  const chosen = wordings.find(({ key }) => key === wording);
  if (!chosen) {
    const known = wordings.map(({ key }) => key).join(", ");
    return refused("no-such-wording", { wording, known });
  }
  const { language } = shoutOut.draft;
  const draft = { language, text: chosen.text, wording, isChosen: true };
  return ctx.transact(async (tx) => {
    const { status, personId } = await lockShoutOut(tx, ctx.workspaceId, shoutOutId);
    if (status !== "suggested") return refused("already-decided");
    await updateShoutOut(tx, ctx.workspaceId, shoutOutId, { draft });
    await record(tx, ctx, "shout-out.reworded", shoutOutId, { personId, wording });
    return ok(draft);
  });
}
