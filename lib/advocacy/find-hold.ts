import type { Context } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { refused } from "../kernel/result.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { noCautions } from "./cautions.ts";
import { findIneligibility, type Ineligibility } from "./eligibility.ts";
import { listMentionConsents, listPersons, listRecognitionsOf } from "./evidence-repository.ts";
import { loadCautions } from "./load-cautions.ts";
import { isAmongTwo } from "./recognition-kinds.ts";
import { findShoutOut } from "./repository.ts";

interface Hold {
  readonly name: string;
  readonly reason: Ineligibility | undefined;
}

/**
 * Returns the person's name and the reason against thanking them now, whatever was suggested before. Leaves
 * out what only matters for the list of suggestions: under way, skipped, held out, out of reach.
 */
export async function findHold(
  ctx: Context,
  personId: string,
  thanks: { readonly isPrivate?: boolean } = {},
): Promise<Hold> {
  const { db, workspaceId } = ctx;
  const [person] = await listPersons(db, workspaceId, [personId]);
  if (!person) throw new NotFound("person", personId);
  const { settings } = await showWorkspace(ctx);
  const consents = await listMentionConsents(db, workspaceId, personId);
  const past = await listRecognitionsOf(db, workspaceId, personId);
  const cautions = await loadCautions({ db, workspaceId }, [personId]);
  const state = {
    person,
    mentionConsent: consents[0]?.state,
    lastThankedAt: past.find((one) => !isAmongTwo(one))?.at,
    lastThankedPrivatelyAt: past.find(isAmongTwo)?.at,
    cautions: cautions.get(personId) ?? noCautions,
    isUnderWay: false,
    skippedUntil: undefined,
    isHeldOut: false,
    canBeReached: true,
  };
  const reason = findIneligibility(state, settings, ctx.clock.now(), thanks);
  return { name: person.displayName, reason };
}

/** Returns the refusal. `why` is the reason in the form that the message selects by. */
export function refusedThanks({ name, reason }: { name: string; reason: Ineligibility }) {
  return refused("held-back", { name, reason, why: reason.replaceAll("-", "_") });
}

/** Refuses an open suggestion if a newer role, wish or complaint forbids it. Undefined if nothing does. */
export async function refuseHeld(
  ctx: Context,
  shoutOutId: string,
  thanks: { readonly isPrivate?: boolean } = {},
) {
  const shoutOut = await findShoutOut(ctx.db, ctx.workspaceId, shoutOutId);
  if (shoutOut.status !== "suggested") return undefined;
  const { name, reason } = await findHold(ctx, shoutOut.personId, thanks);
  return reason && refusedThanks({ name, reason });
}
