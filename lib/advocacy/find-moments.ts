import type { Tx } from "../db/store.ts";
import type { RuleKey } from "../journey/rules.ts";
import { batchesOf } from "../kernel/batches.ts";
import type { Context } from "../kernel/context.ts";
import { sha256 } from "../kernel/sha256.ts";
import { listOwners } from "../people/list-owners.ts";
import { lockPeople } from "../people/lock-people.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listActs } from "./evidence-repository.ts";
import { type FoundMoment, type LoggedAct, momentDays, momentsOf } from "./moments.ts";
import { replaceMoments } from "./repository.ts";
import type { Moment } from "./shout-out.ts";

const dayMs = 86_400_000;
const peopleAtOnce = 25;

/**
 * Looks anew at everything that the people of these touchpoints did: an older act that arrives late
 * makes the first review another one. Doing it twice changes nothing.
 */
export async function findMoments(ctx: Context, touchpointIds: readonly string[]): Promise<void> {
  requireRole(ctx, "editor");
  if (touchpointIds.length === 0) return;
  const people = await listOwners(ctx, touchpointIds);
  for (const page of batchesOf(people, peopleAtOnce))
    await ctx.transact((tx) => findInPage(tx, ctx.workspaceId, page));
}

async function findInPage(tx: Tx, workspaceId: string, wanted: readonly string[]): Promise<void> {
  const people = await lockPeople(tx, { workspaceId }, wanted);
  if (people.length === 0) return;
  const actsOf = new Map<string, LoggedAct[]>(people.map((personId) => [personId, []]));
  for (const row of await listActs(tx, workspaceId, people))
    actsOf.get(row.personId)?.push(actOf(row));
  const found = [...actsOf].flatMap(([personId, acts]) =>
    momentsOf(acts).map((moment) => momentRow(workspaceId, personId, moment)),
  );
  await replaceMoments(tx, workspaceId, people, found);
}

function actOf({
  touchpoint,
  rule,
  returnId,
}: Awaited<ReturnType<typeof listActs>>[number]): LoggedAct {
  return {
    id: touchpoint.id,
    type: touchpoint.type,
    rule: rule as RuleKey,
    at: touchpoint.occurredAt,
    isContest: touchpoint.isContest,
    isReturn: returnId !== null,
  };
}

/** The id follows from what it is about, so that finding it again finds the same. */
function momentRow(workspaceId: string, personId: string, { act, kind }: FoundMoment): Moment {
  return {
    id: `moment-${sha256(`${act.id}/${kind}`).slice(0, 24)}`,
    workspaceId,
    personId,
    kind,
    touchpointId: act.id,
    at: act.at,
    expiresAt: new Date(act.at.getTime() + momentDays * dayMs),
  };
}
