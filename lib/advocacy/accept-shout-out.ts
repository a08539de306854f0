import type { Db, Tx } from "../db/store.ts";
import { isNoPraise } from "../engagement/verdict.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { saveDraftInput } from "../posts/input.ts";
import type { PostWithVersions } from "../posts/post.ts";
import { insertWords } from "../posts/save-draft.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { stageFor } from "../workspaces/stage.ts";
import { findVerdict } from "./evidence-repository.ts";
import { refuseHeld } from "./find-hold.ts";
import type { AcceptInput } from "./input.ts";
import { lockShoutOut, updateShoutOut } from "./repository.ts";
import type { ShoutOut } from "./shout-out.ts";

/**
 * Turns the draft into a post of the advocacy stage, which a person edits and schedules like any other.
 * Nothing is published yet. Refuses a draft for words that a person has to read first.
 */
export async function acceptShoutOut(
  ctx: Context,
  input: AcceptInput,
): Promise<Result<PostWithVersions, AcceptRefusal>> {
  const stageId = await advocacyStageOf(ctx);
  const { timeZone } = await showWorkspace(ctx);
  const held = await refuseHeld(ctx, input.shoutOutId);
  if (held) return held;
  return ctx.transact((tx) => accept(tx, ctx, input, { stageId, timeZone }));
}

export type AcceptRefusal = "already-decided" | "read-first" | "held-back" | "only-privately";

/**
 * Returns the id of the stage for advocacy; null if there are no stages. Called before the transaction that
 * accepts.
 */
export async function advocacyStageOf(ctx: Context): Promise<string | null> {
  requireRole(ctx, "editor");
  return stageFor("advocacy", await listStages(ctx))?.id ?? null;
}

/**
 * Accepts a suggestion within a transaction. Its lock lets only one of two simultaneous requests create a
 * post.
 */
export async function accept(
  tx: Tx,
  ctx: Context,
  { shoutOutId, text }: AcceptInput,
  { stageId, timeZone }: { readonly stageId: string | null; readonly timeZone: string },
): Promise<Result<PostWithVersions, AcceptRefusal>> {
  const shoutOut = await lockShoutOut(tx, ctx.workspaceId, shoutOutId);
  const { status, kind } = shoutOut;
  if (await isUnread(tx, shoutOut)) return refused("read-first");
  if (status !== "suggested") return refused("already-decided");
  if (kind === "private") return refused("only-privately");
  const draft = saveDraftInput.parse({
    stageId,
    accountIds: [shoutOut.accountId],
    parts: [{ text: text ?? shoutOut.draft.text }],
    language: shoutOut.draft.language,
    shoutOutId,
    replyToTouchpointId: shoutOut.kind === "reply" ? shoutOut.touchpointId : null,
  });
  const post = await insertWords(tx, ctx, { draft, timeZone });
  await updateShoutOut(tx, ctx.workspaceId, shoutOutId, {
    status: "accepted",
    postId: post.id,
    decidedAt: ctx.clock.now(),
    decidedBy: ctx.actor.id,
  });
  const { personId } = shoutOut;
  await record(tx, ctx, "shout-out.accepted", shoutOutId, { personId, postId: post.id });
  return ok(post);
}

/**
 * Whether the words still lack a person's reading. Expired suggestions are checked too: a verdict may have
 * expired them and is then the reason to give.
 */
export async function isUnread(db: Db, shoutOut: ShoutOut): Promise<boolean> {
  const { status } = shoutOut;
  const isOpen = status === "suggested" || status === "expired";
  return isOpen && (await lacksPraise(db, shoutOut));
}

/**
 * Reads the verdict itself, because the suggestion may be older: words that counted as sure praise are none
 * after a person said so.
 */
async function lacksPraise(db: Db, { workspaceId, needsCheck, touchpointId }: ShoutOut) {
  if (touchpointId === null) return false;
  const verdict = await findVerdict(db, workspaceId, touchpointId);
  return isNoPraise(verdict) || (needsCheck !== "no" && verdict !== "compliment");
}
