import { expect, test } from "vitest";

import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import { markThankedByHand } from "#lib/advocacy/mark-thanked-by-hand";
import { runEventHandlers } from "#lib/event-handlers";
import { changeWorkspace } from "#lib/workspaces/change-workspace";

import { haveWorkspace } from "../../support/factories.ts";
import { fakeNetwork } from "../../support/fake-network.ts";
import { haveAccount } from "../../support/have-account.ts";
import { plantYear, weeks, type Planted } from "./year.ts";

/** Thanked of those suggested, each week. */
const thankedAWeek = 3;
const restWeeks = 1;

test("in a year nobody who should be held is suggested unread, and the good fans are", async () => {
  const ctx = await haveWorkspace();
  fakeNetwork();
  await haveAccount(ctx);
  // So many that nobody is hidden behind others.
  await changeWorkspace(ctx, { settings: { shoutOutsPerWeek: 50 } });
  const { people, deeds } = await plantYear(ctx, 2026);
  const known = new Map(people.map((one) => [one.personId, one]));
  const wrong = new Set<string>();
  const found = new Map<string, boolean>();

  for (let week = 0; week < weeks; week++) {
    const at = ctx.clock.now().toISOString().slice(0, 16);
    for (const deed of deeds.filter((one) => one.week === week)) await deed.act(ctx, at);
    ctx.clock.pass({ days: 7 });
    await runEventHandlers(ctx);
    const { suggestions } = await listShoutOuts(ctx);
    for (const { shoutOut, person } of suggestions) {
      const planted = known.get(person.id);
      const isUnread = shoutOut.needsCheck === "no";
      if (planted && isWrong(planted, week, isUnread))
        wrong.add(`${planted.kind}: ${planted.words}`);
      if (planted?.kind === "fan") found.set(person.id, isUnread || found.get(person.id) === true);
    }
    for (const { shoutOut } of suggestions.slice(0, thankedAWeek))
      await markThankedByHand(ctx, { shoutOutId: shoutOut.id });
  }

  expect([...wrong]).toEqual([]);
  const fans = people.filter(({ kind }) => kind === "fan").length;
  const unread = [...found.values()].filter(Boolean).length;
  // Recall: all of the good fans, all but one of them with a draft at once.
  expect({ suggested: found.size, unread, fans }).toEqual({ suggested: 20, unread: 20, fans: 20 });
}, 120_000);

/** Whoever was thanked on another account rests for the shorter time only. */
function isWrong({ kind, heldFrom, mayBeRead }: Planted, week: number, isUnread: boolean): boolean {
  if (heldFrom === undefined || week < heldFrom) return false;
  if (kind === "thanked-elsewhere") return week < heldFrom + restWeeks;
  return isUnread || !mayBeRead;
}
