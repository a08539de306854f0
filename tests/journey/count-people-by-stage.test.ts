import { expect, test } from "vitest";

import { runEventHandlers } from "#lib/event-handlers";
import { countPeopleByStage } from "#lib/journey/count-people-by-stage";
import { markInactive } from "#lib/projector/mark-inactive";

import { haveWorkspace } from "../support/factories.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

test("people are counted where they are now, and not while they are away", async () => {
  const ctx = await haveWorkspace();
  for (const name of ["ada", "bo"]) {
    const { personId } = await havePerson(ctx, { name });
    await haveTouchpoint(ctx, personId, { type: "order", channel: "shop", text: undefined });
  }
  const { personId } = await havePerson(ctx, { name: "cas" });
  await haveTouchpoint(ctx, personId, { stars: 5 });
  await havePerson(ctx, { name: "has done nothing" });
  await runEventHandlers(ctx);

  const counts = await countPeopleByStage(ctx);
  expect(Object.fromEntries(counts)).toEqual({ "stage-purchase": 2, "stage-advocacy": 1 });
  expect(await countPeopleByStage({ ...ctx, workspaceId: "other" })).toEqual(new Map());

  ctx.clock.pass({ days: 400 });
  await markInactive(ctx);
  expect(await countPeopleByStage(ctx)).toEqual(new Map());
});
