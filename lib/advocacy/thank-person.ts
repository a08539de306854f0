import { loadOwnReaders } from "../engagement/load-own-reader.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { currentPersonId } from "../people/current-person-id.ts";
import { lockPeople } from "../people/lock-people.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { refusedThanks } from "./find-hold.ts";
import { loadFanEvidence } from "./load-fan-evidence.ts";
import { proposalFor, shoutOutFrom } from "./propose.ts";
import { findSuggested, insertShoutOut } from "./repository.ts";
import type { ShoutOut } from "./shout-out.ts";

/** Suggests a person whom a team member chose. Refuses if a rule holds the person back. */
export async function thankPerson(
  ctx: Context,
  input: { personId: string },
): Promise<Result<ShoutOut, "held-back" | "no-account-to-thank-from" | "nothing-to-thank-for">> {
  requireRole(ctx, "editor");
  const personId = await currentPersonId(ctx, input.personId);
  const loaded = await loadFanEvidence(ctx, personId);
  const fan = loaded.fans.find(({ person }) => person.id === personId);
  if (!fan) return refused("nothing-to-thank-for");
  // Held out means held out of the product's suggestions, not of what a team member decides.
  if (fan.held && fan.held !== "held-out")
    return refusedThanks({ name: fan.person.displayName, reason: fan.held });
  const standing = await findSuggested(ctx.db, ctx.workspaceId, personId);
  if (standing) return ok(standing);
  const own = await loadOwnReaders(ctx);
  const [proposal] = proposalFor(fan, loaded, ctx.clock.now(), { isAskedFor: true });
  if (!proposal) return refused("no-account-to-thank-from", { name: fan.person.displayName });
  return ctx.transact(async (tx) => {
    await lockPeople(tx, ctx, [personId]);
    // Two simultaneous requests get the same suggestion.
    const earlier = await findSuggested(tx, ctx.workspaceId, personId);
    if (earlier) return ok(earlier);
    // Uses the current settings: changing them later renews the drafts of open suggestions.
    const workspace = await showWorkspace({ ...ctx, db: tx });
    const shoutOut = shoutOutFrom(ctx, proposal, { own, workspace });
    await insertShoutOut(tx, shoutOut);
    return ok(shoutOut);
  });
}
