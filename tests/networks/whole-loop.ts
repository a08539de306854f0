import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import { suggestShoutOuts } from "#lib/advocacy/suggest-shout-outs";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { listTouchpoints } from "#lib/engagement/list-touchpoints";
import type { Context } from "#lib/kernel/context";
import type { Result } from "#lib/kernel/result";

/** In the order of the thread. */
export async function partsOf(ctx: Context, postId: string) {
  const deliveries = await listDeliveries(ctx, { postIds: [postId] });
  return deliveries.toSorted((one, other) => one.part - other.part);
}

export async function onlyPartOf(ctx: Context, postId: string) {
  const [part] = await partsOf(ctx, postId);
  if (!part) throw new Error("No delivery.");
  return part;
}

/** Newest first. */
export async function touchpointsOf(ctx: Context) {
  const { touchpoints } = await listTouchpoints(ctx, { limit: 100 });
  return touchpoints.map(({ touchpoint, person, classification }) => ({
    ...touchpoint,
    who: person.displayName,
    personId: person.id,
    stageId: classification?.stageId,
  }));
}

export async function suggestionFor(ctx: Context, displayName: string) {
  await suggestShoutOuts(ctx);
  const { suggestions } = await listShoutOuts(ctx);
  const suggestion = suggestions.find(({ person }) => person.displayName === displayName);
  if (!suggestion) throw new Error(`Nobody thought of thanking ${displayName}.`);
  return suggestion;
}

export function valueOf<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result)}`);
  return result.value;
}
