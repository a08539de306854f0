import { expect, test } from "vitest";

import { runEventHandlers } from "#lib/event-handlers";
import { checkDerived } from "#lib/projector/check-derived";
import { markInactive } from "#lib/projector/mark-inactive";
import { startRebuild } from "#lib/projector/rebuild";

import { haveWorkspace } from "../support/factories.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

test("what time alone has done to a fan is no difference, whoever looked at them and when", async () => {
  const ctx = await haveWorkspace();
  const { personId } = await havePerson(ctx);
  await haveTouchpoint(ctx, personId, { stars: 5, at: "2026-01-01T10:00" });
  await haveTouchpoint(ctx, personId, {
    type: "mention",
    text: "Great, third broken scarf, thanks",
    at: "2026-02-20T10:00",
  });
  await runEventHandlers(ctx);
  const steps = [
    { days: 0 },
    // No longer a fan, and nobody has looked since; then somebody does.
    { days: 40 },
    { days: 0, look: () => markInactive(ctx) },
    // Away by now, and nobody has looked.
    { days: 60 },
    { days: 0, look: () => markInactive(ctx) },
    { days: 1, look: () => startRebuild(ctx) },
  ];
  for (const { days, look } of steps) {
    ctx.clock.pass({ days });
    await look?.();
    await runEventHandlers(ctx);
    expect(await checkDerived(ctx)).toMatchObject({ people: 1, differences: [] });
  }
});
