import { listCases } from "../advocacy/list-cases.ts";
import { listRecognitions } from "../advocacy/list-recognitions.ts";
import type { TouchpointFilter } from "../engagement/input.ts";
import { listAppreciations } from "../engagement/list-appreciations.ts";
import { listTouchpoints } from "../engagement/list-touchpoints.ts";
import { showPersonJourney } from "../journey/show-person-journey.ts";
import type { Context } from "../kernel/context.ts";
import { showMerges } from "../people/show-merges.ts";
import { showPerson } from "../people/show-person.ts";
import { requireRole } from "../workspaces/require-role.ts";

/**
 * Returns a person with their journey, a page of touchpoints, recognitions, appreciations and possible
 * duplicates. For a merged person, returns the one they were merged into.
 */
export async function viewPerson(
  ctx: Context,
  asked: string,
  filter: Omit<TouchpointFilter, "personId">,
) {
  requireRole(ctx, "viewer");
  const shown = await showPerson(ctx, asked);
  const personId = shown.person.id;
  const [journey, page, recognitions, given, cases, merges] = await Promise.all([
    showPersonJourney(ctx, personId),
    listTouchpoints(ctx, { ...filter, personId }),
    listRecognitions(ctx, personId),
    listAppreciations(ctx, personId),
    listCases(ctx, personId),
    showMerges(ctx, personId),
  ]);
  return { shown, journey, page, recognitions, given, openCase: cases[0], merges };
}
