import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { currentPersonId } from "../people/current-person-id.ts";
import { lockPeople } from "../people/lock-people.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { listRecognitionsOf } from "./evidence-repository.ts";
import { findHold, refusedThanks } from "./find-hold.ts";
import type { QuietThanksInput } from "./input.ts";
import type { QuietWay } from "./recognition-kinds.ts";
import {
  deleteRecognition,
  findSuggested,
  insertRecognition,
  updateShoutOut,
} from "./repository.ts";
import type { Recognition, ShoutOut } from "./shout-out.ts";

type QuietRefusal = "held-back" | "no-mail-server" | "thanks-not-sent";

/**
 * Records a thank-you by card, letter, e-mail or in person, which has the waiting time of private ones. With
 * an address and a text the e-mail is sent; the address is not stored. It is recorded before it is sent, so
 * that of two simultaneous requests one sends; if the mail server refuses, the record is deleted.
 */
export async function thankQuietly(
  ctx: Context,
  { way, to, text, ...input }: QuietThanksInput,
): Promise<Result<Recognition, QuietRefusal>> {
  requireRole(ctx, "editor");
  const isSent = way === "e-mail" && to !== undefined;
  if (isSent && !ctx.mail) return refused("no-mail-server");
  const personId = await currentPersonId(ctx, input.personId);
  const noted = await note(ctx, personId, way);
  if (!noted.ok || !isSent) return noted.ok ? ok(noted.value.recognition) : noted;
  const sent = await sendLetter(ctx, { to, text: text ?? "" });
  if (sent.ok) return ok(noted.value.recognition);
  await takeBack(ctx, noted.value);
  return sent;
}

interface Noted {
  readonly recognition: Recognition;
  /** The suggestion that was open until then. */
  readonly standing: ShoutOut | undefined;
}

async function note(
  ctx: Context,
  personId: string,
  way: QuietWay,
): Promise<Result<Noted, "held-back">> {
  return ctx.transact(async (tx) => {
    await lockPeople(tx, ctx, [personId]);
    const now = ctx.clock.now();
    const { name, reason } = await findHold({ ...ctx, db: tx }, personId, { isPrivate: true });
    if (reason) return refusedThanks({ name, reason });
    if (way === "e-mail" && (await isJustMailed(tx, ctx, personId)))
      return refusedThanks({ name, reason: "thanked-recently" });
    const recognition = { ...nothingMore, id: ctx.newId(), workspaceId: ctx.workspaceId };
    const thanks: Recognition = { ...recognition, personId, kind: way, at: now };
    await insertRecognition(tx, thanks);
    const standing = await findSuggested(tx, ctx.workspaceId, personId);
    if (standing)
      await updateShoutOut(tx, ctx.workspaceId, standing.id, {
        status: "done",
        decidedAt: now,
        decidedBy: ctx.actor.id,
      });
    await record(tx, ctx, "person.thanked", personId, { way });
    return ok({ recognition: thanks, standing });
  });
}

const nothingMore = { mergedFrom: null, shoutOutId: null, postId: null, url: null };

/** A second e-mail within this time is taken for a double click, where no waiting time is set. */
const sameMs = 5 * 60_000;

async function isJustMailed(tx: Tx, ctx: Context, personId: string): Promise<boolean> {
  const thanks = await listRecognitionsOf(tx, ctx.workspaceId, personId);
  const since = ctx.clock.now().getTime() - sameMs;
  return thanks.some(({ kind, at }) => kind === "e-mail" && at.getTime() > since);
}

/** Restores the state before. The person may have been merged into another meanwhile. */
async function takeBack(ctx: Context, { recognition, standing }: Noted): Promise<void> {
  await ctx.transact(async (tx) => {
    const personId = await currentPersonId(
      { db: tx, workspaceId: ctx.workspaceId },
      recognition.personId,
    );
    await lockPeople(tx, ctx, [personId]);
    await deleteRecognition(tx, { ...recognition, personId });
    if (standing)
      await updateShoutOut(tx, ctx.workspaceId, standing.id, {
        status: "suggested",
        decidedAt: null,
        decidedBy: null,
      });
    const { kind: way } = recognition;
    await record(tx, ctx, "person.thanks-withdrawn", personId, { way });
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
