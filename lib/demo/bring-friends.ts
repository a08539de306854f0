import { listShoutOuts } from "../advocacy/list-shout-outs.ts";
import { recordTouchpoint } from "../engagement/record-touchpoint.ts";
import { runEventHandlers } from "../event-handlers.ts";
import { addDays } from "../kernel/local-time.ts";
import { castOf } from "../networks/practice/cast.ts";
import type { Part } from "../networks/practice/parts.ts";
import { listPeople } from "../people/list-people.ts";
import type { DemoContext } from "./demo-context.ts";
import { valueOf } from "./value-of.ts";

/** One suggestion to skip and one to accept. */
const enough = 2;
const bringing: ReadonlySet<Part> = new Set(["loyal", "helper", "returner", "regular", "asker"]);

/**
 * Makes fans refer friends until enough can be thanked in public. On some days the simulation only suggests
 * customers, who are thanked in private.
 */
export async function bringFriends({ ctx, account, today }: DemoContext): Promise<void> {
  const at = `${addDays(today, -1)}T17:05`;
  for (const { part, handle } of castOf(account.remoteId)) {
    if (!bringing.has(part)) continue;
    if ((await countPublic(ctx)) >= enough) return;
    const { people } = await listPeople(ctx, { search: handle, limit: 1 });
    const id = people[0]?.person.id;
    if (!id) continue;
    valueOf(await recordTouchpoint(ctx, { person: { id }, type: "referral", channel: "shop", at }));
    await runEventHandlers(ctx);
  }
}

/** Returns how many suggestions can be accepted as public thanks without checking a text first. */
async function countPublic(ctx: DemoContext["ctx"]): Promise<number> {
  const { suggestions } = await listShoutOuts(ctx);
  return suggestions.filter(
    ({ shoutOut: { kind, needsCheck } }) => kind !== "private" && needsCheck === "no",
  ).length;
}
