import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { currentPersonId } from "../people/current-person-id.ts";
import { lockPeople } from "../people/lock-people.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { mayBeThankedQuietly } from "./eligibility.ts";
import { findHold, refusedThanks } from "./find-hold.ts";
import type { QuietThanksInput } from "./input.ts";
import { findSuggested, insertRecognition, updateShoutOut } from "./repository.ts";
import type { Recognition } from "./shout-out.ts";

type QuietRefusal = "held-back" | "no-mail-server" | "thanks-not-sent";

/**
 * Somebody was thanked with a card, a letter, a word at the counter or an e-mail; it counts like any
 * other thank-you and rests for the shorter time. With an address and words the e-mail is sent from
 * here; the address is not kept.
 */
export async function thankQuietly(
  ctx: Context,
  { way, to, text, ...input }: QuietThanksInput,
): Promise<Result<Recognition, QuietRefusal>> {
  requireRole(ctx, "editor");
  const personId = await currentPersonId(ctx, input.personId);
  const { name, reason } = await findHold(ctx, personId);
  if (reason && !mayBeThankedQuietly(reason)) return refusedThanks({ name, reason });
  if (way === "e-mail" && to !== undefined) {
    const sent = await sendLetter(ctx, { to, text: text ?? "" });
    if (!sent.ok) return sent;
  }
  return ctx.transact(async (tx) => {
    await lockPeople(tx, ctx, [personId]);
    const now = ctx.clock.now();
    const recognition: Recognition = {
      id: ctx.newId(),
      workspaceId: ctx.workspaceId,
      personId,
      mergedFrom: null,
      kind: way,
      at: now,
      shoutOutId: null,
      postId: null,
      url: null,
    };
    await insertRecognition(tx, recognition);
    const standing = await findSuggested(tx, ctx.workspaceId, personId);
    if (standing)
      await updateShoutOut(tx, ctx.workspaceId, standing.id, {
        status: "done",
        decidedAt: now,
        decidedBy: ctx.actor.id,
      });
    await record(tx, ctx, "person.thanked", personId, { way });
    return ok(recognition);
  });
}

async function sendLetter(
  ctx: Context,
  { to, text }: { to: string; text: string },
): Promise<Result<null, QuietRefusal>> {
  if (!ctx.mail) return refused("no-mail-server");
  const { name } = await showWorkspace(ctx);
  try {
    await ctx.mail.send({ id: ctx.newId(), to, subject: name, text, isPersonal: true });
    return ok(null);
  } catch (error) {
    return refused("thanks-not-sent", { said: error instanceof Error ? error.message : "" });
  }
}
