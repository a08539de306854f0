import { listCases } from "../advocacy/list-cases.ts";
import { listRecognitions } from "../advocacy/list-recognitions.ts";
import type { TouchpointFilter } from "../engagement/input.ts";
import { listAppreciations } from "../engagement/list-appreciations.ts";
import { listTouchpoints } from "../engagement/list-touchpoints.ts";
import { showPersonJourney } from "../journey/show-person-journey.ts";
import type { Context } from "../kernel/context.ts";
import { showPerson } from "../people/show-person.ts";
import { requireRole } from "../workspaces/require-role.ts";

/** One person: who they are, their journey, a page of what they did, and what was given back. */
export async function viewPerson(
  ctx: Context,
  personId: string,
  filter: Omit<TouchpointFilter, "personId">,
) {
  requireRole(ctx, "viewer");
  const shown = await showPerson(ctx, personId);
  const [journey, page, recognitions, given, cases] = await Promise.all([
    showPersonJourney(ctx, personId),
    listTouchpoints(ctx, { ...filter, personId }),
    listRecognitions(ctx, personId),
    listAppreciations(ctx, personId),
    listCases(ctx, personId),
  ]);
  return { shown, journey, page, recognitions, given, openCase: cases[0] };
}
