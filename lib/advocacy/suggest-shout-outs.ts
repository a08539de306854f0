import { loadOwnReaders } from "../engagement/load-own-reader.ts";
import type { Context } from "../kernel/context.ts";
import { lockPeople } from "../people/lock-people.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { readVersion } from "../workspaces/show-workspace.ts";
import { chooseWithHeldOut } from "./holdout.ts";
import { loadFanEvidence } from "./load-fan-evidence.ts";
import { proposalsFrom, shoutOutFrom, type Proposal } from "./propose.ts";
import { insertShoutOut, listSuggested, lockSuggested, updateShoutOut } from "./repository.ts";
import type { ShoutOut } from "./shout-out.ts";
import { insertTrials } from "./trial-repository.ts";

/**
 * Refreshes the suggestions: those that still apply get new figures, the others expire, decided ones stay as
 * they are. Returns the number of open suggestions.
 */
export async function suggestShoutOuts(ctx: Context): Promise<number> {
  requireRole(ctx, "editor");
  for (;;) {
    const suggested = await suggestOnce(ctx);
    if (suggested !== undefined) return suggested;
  }
}

/** Returns undefined, without writing, if the settings changed while the suggestions were computed. */
async function suggestOnce(ctx: Context): Promise<number | undefined> {
  const loaded = await loadFanEvidence(ctx);
  const own = await loadOwnReaders(ctx);
  const proposals = proposalsFrom(loaded, ctx.clock.now());
  const before = await listSuggested(ctx.db, ctx.workspaceId);
  const onList = new Set(before.map(({ personId }) => personId));
  const { chosen: proposed, trials } = chooseWithHeldOut(ctx, proposals, loaded, onList);
  return ctx.transact(async (tx) => {
    if ((await readVersion(tx, ctx)) !== loaded.workspace.version) return undefined;
    const there = await lockPeople(
      tx,
      ctx,
      proposed.map(({ personId }) => personId),
    );
    // People who were erased or merged meanwhile are left out.
    const chosen = proposed.filter(({ personId }) => there.includes(personId));
    await insertTrials(tx, trials);
    const standing = await lockSuggested(tx, ctx.workspaceId);
    for (const proposal of chosen) {
      const known = standing.find((one) => isSame(one, proposal));
      const wording = known?.draft.isChosen ? known.draft.wording : undefined;
      const now = shoutOutFrom(ctx, proposal, { own, workspace: loaded.workspace, wording });
      if (known) await updateShoutOut(tx, ctx.workspaceId, known.id, figuresOf(now));
      else await insertShoutOut(tx, now);
    }
    const gone = standing.filter((one) => !chosen.some((proposal) => isSame(one, proposal)));
    for (const { id } of gone)
      await updateShoutOut(tx, ctx.workspaceId, id, {
        status: "expired",
        decidedAt: ctx.clock.now(),
      });
    return chosen.length;
  });
}

function isSame(shoutOut: ShoutOut, { fan, moment }: Proposal): boolean {
  return shoutOut.personId === fan.person.id && shoutOut.momentId === (moment?.id ?? null);
}

/** Returns what a refresh may change in an open suggestion. */
function figuresOf(now: ShoutOut) {
  const { score, raw, utility, lines, needsCheck, kind, draft } = now;
  const { touchpointId, identityId, accountId } = now;
  return {
    score,
    raw,
    utility,
    lines,
    needsCheck,
    kind,
    draft,
    touchpointId,
    identityId,
    accountId,
  };
}
