import { expect, test } from "vitest";

import { showToday } from "#lib/analytics/show-today";
import { runEventHandlers } from "#lib/event-handlers";

import { haveWorkspace } from "../support/factories.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

test("what came in is told by kind, against the usual of the last fortnight at this hour", async () => {
  const ctx = await haveWorkspace();
  const { personId } = await havePerson(ctx);
  for (const at of ["2026-03-01T09:00", "2026-03-01T09:30"])
    await haveTouchpoint(ctx, personId, { type: "review", stars: 5, at });
  await haveTouchpoint(ctx, personId, { type: "order", at: "2026-03-01T10:00" });
  for (let day = 15; day < 29; day += 1)
    await haveTouchpoint(ctx, personId, { type: "order", at: `2026-02-${day}T08:00` });
  // After the hour that it is now: does not count to "by this hour".
  await haveTouchpoint(ctx, personId, { type: "order", at: "2026-02-20T20:00" });
  await runEventHandlers(ctx);

  const { cameIn } = await showToday(ctx);

  expect(cameIn).toMatchObject({ total: 3, usual: 1, mostAnswered: undefined });
  expect(cameIn.kinds).toEqual([
    { stageId: "stage-advocacy", rule: "good-review", touchpoints: 2 },
    { stageId: "stage-purchase", rule: "order", touchpoints: 1 },
  ]);
});
