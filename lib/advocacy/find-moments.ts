import type { RuleKey } from "../journey/rules.ts";
import type { Context } from "../kernel/context.ts";
import { sha256 } from "../kernel/sha256.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listActs, listOwners } from "./evidence-repository.ts";
import { type LoggedAct, momentDays, momentsOf } from "./moments.ts";
import { deleteMomentsOf, insertMoments } from "./repository.ts";
import type { Moment } from "./shout-out.ts";

const dayMs = 86_400_000;

/** Looks for what is special in touchpoints that are new or were read anew. Doing it twice changes nothing. */
export async function findMoments(ctx: Context, touchpointIds: readonly string[]): Promise<void> {
  requireRole(ctx, "editor");
  if (touchpointIds.length === 0) return;
  const people = await listOwners(ctx.db, ctx.workspaceId, touchpointIds);
  if (people.length === 0) return;
  const rows = await listActs(ctx.db, ctx.workspaceId, people);
  const wanted = new Set(touchpointIds);
  const found = people.flatMap((personId) => {
    const acts = rows.filter((row) => row.personId === personId).map(actOf);
    return acts.flatMap((act, index) =>
      wanted.has(act.id)
        ? momentsOf(act, acts.slice(0, index)).map((kind) => momentRow(ctx, personId, kind, act))
        : [],
    );
  });
  await ctx.transact(async (tx) => {
    await deleteMomentsOf(tx, ctx.workspaceId, touchpointIds);
    await insertMoments(tx, found);
  });
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
function momentRow(ctx: Context, personId: string, kind: Moment["kind"], act: LoggedAct): Moment {
  return {
    id: `moment-${sha256(`${act.id}/${kind}`).slice(0, 24)}`,
    workspaceId: ctx.workspaceId,
    personId,
    kind,
    touchpointId: act.id,
    at: act.at,
    expiresAt: new Date(act.at.getTime() + momentDays * dayMs),
  };
}
