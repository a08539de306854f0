import type { Context } from "../kernel/context.ts";
import { sha256 } from "../kernel/sha256.ts";
import { ownPersonId } from "../people/person.ts";
import type { LoadedFans } from "./load-fan-evidence.ts";
import type { Proposal } from "./propose.ts";
import type { TrialRow } from "./trial-repository.ts";
import { chooseDiverse } from "./utility.ts";

export const watchedDays = 60;
export const trialDays = 90;
const dayMs = 86_400_000;

interface Chosen {
  /** People to suggest. */
  readonly chosen: readonly Proposal[];
  /** People who are new on the list, with the group that chance assigned. */
  readonly trials: readonly TrialRow[];
}

/**
 * Chooses as `chooseDiverse` does, but leaves out people at random; others take their places. People on the
 * list or in a running trial are not assigned again.
 */
export function chooseWithHeldOut(
  ctx: Pick<Context, "workspaceId" | "clock">,
  proposals: readonly Proposal[],
  { workspace, trials }: Pick<LoadedFans, "workspace" | "trials">,
  standing: ReadonlySet<string>,
): Chosen {
  const { shoutOutsPerWeek, heldOutPercent = 0 } = workspace.settings;
  if (heldOutPercent === 0)
    return { chosen: chooseDiverse(proposals, shoutOutsPerWeek), trials: [] };
  const isDrawn = ({ personId }: Proposal) => !standing.has(personId) && !trials.has(personId);
  const heldOut: Proposal[] = [];
  for (;;) {
    const left = proposals.filter((proposal) => !heldOut.includes(proposal));
    const chosen = chooseDiverse(left, shoutOutsPerWeek);
    const out = chosen.filter(
      (proposal) => isDrawn(proposal) && isHeldOut(ctx, proposal, heldOutPercent),
    );
    heldOut.push(...out);
    if (out.length > 0) continue;
    return {
      chosen,
      trials: [
        ...chosen.filter(isDrawn).map((proposal) => trialOf(ctx, proposal, "suggested")),
        ...heldOut.map((proposal) => trialOf(ctx, proposal, "held-out")),
      ],
    };
  }
}

/** Whether chance leaves a person out. The answer is the same for a person during one quarter (UTC). */
export function isHeldOut(
  ctx: Pick<Context, "workspaceId" | "clock">,
  proposal: Pick<Proposal, "identity">,
  percent: number,
): boolean {
  const drawn = sha256(`${ctx.workspaceId}/${trialId(ctx, proposal)}`).slice(0, 8);
  return Number.parseInt(drawn, 16) / 2 ** 32 < percent / 100;
}

function trialOf(
  ctx: Pick<Context, "workspaceId" | "clock">,
  proposal: Proposal,
  group: TrialRow["group"],
): TrialRow {
  const at = ctx.clock.now();
  return {
    id: trialId(ctx, proposal),
    workspaceId: ctx.workspaceId,
    identityId: proposal.identity.id,
    group,
    at,
    watchedUntil: new Date(at.getTime() + watchedDays * dayMs),
    endsAt: new Date(at.getTime() + trialDays * dayMs),
  };
}

function trialId({ clock }: Pick<Context, "clock">, { identity }: Pick<Proposal, "identity">) {
  const now = clock.now();
  const quarter = Math.floor(now.getUTCMonth() / 3) + 1;
  return `${ownPersonId(identity)}/${now.getUTCFullYear()}-Q${quarter}`;
}
