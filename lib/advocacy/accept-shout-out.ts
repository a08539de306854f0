import type { Db, Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { refused, type Result } from "../kernel/result.ts";
import type { PostWithVersions } from "../posts/post.ts";
import { saveDraft } from "../posts/save-draft.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { stageFor } from "../workspaces/stage.ts";
import { findVerdict } from "./evidence-repository.ts";
import type { AcceptInput } from "./input.ts";
import { lockShoutOut, updateShoutOut } from "./repository.ts";
import type { ShoutOut } from "./shout-out.ts";

/**
 * Puts the draft into the composer as a post of the advocacy stage. Nothing goes out yet: a person
 * reads, changes and schedules it like any other post. Words that nobody has read are not accepted.
 */
export async function acceptShoutOut(
  ctx: Context,
  { shoutOutId, text }: AcceptInput,
): Promise<Result<PostWithVersions, "already-decided" | "already-scheduled" | "read-first">> {
  requireRole(ctx, "editor");
  const stage = stageFor("advocacy", await listStages(ctx));
  return ctx.transact(async (tx) => {
    const shoutOut = await lockShoutOut(tx, ctx.workspaceId, shoutOutId);
    if (shoutOut.status !== "suggested") return refused("already-decided");
    if (await isUnread(tx, shoutOut)) return refused("read-first");
    const draft = await saveDraft(within(ctx, tx), {
      stageId: stage?.id ?? null,
      accountIds: [shoutOut.accountId],
      parts: [{ text: text ?? shoutOut.draft.text, images: [] }],
      language: shoutOut.draft.language,
      shoutOutId,
      replyToTouchpointId: shoutOut.kind === "reply" ? shoutOut.touchpointId : null,
    });
    if (!draft.ok) return draft;
    const postId = draft.value.id;
    await updateShoutOut(tx, ctx.workspaceId, shoutOutId, {
      status: "accepted",
      postId,
      decidedAt: ctx.clock.now(),
      decidedBy: ctx.actor.id,
    });
    const { personId } = shoutOut;
    await record(tx, ctx, "shout-out.accepted", shoutOutId, { personId, postId });
    return draft;
  });
}

/** The figures may be older than somebody's reading, so the words themselves are asked. */
async function isUnread(db: Db, { workspaceId, needsCheck, touchpointId }: ShoutOut) {
  if (needsCheck === "no" || touchpointId === null) return false;
  return (await findVerdict(db, workspaceId, touchpointId)) !== "compliment";
}

/** The draft is kept with the decision or not at all: two people who accept at once leave one draft. */
function within(ctx: Context, tx: Tx): Context {
  return { ...ctx, db: tx, transact: (work) => work(tx) };
}
