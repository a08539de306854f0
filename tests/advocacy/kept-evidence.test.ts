import { expect, test } from "vitest";

import { confirmTouchpoint } from "#lib/advocacy/confirm-touchpoint";
import { readEvidence } from "#lib/advocacy/kept-evidence";
import { runEventHandlers } from "#lib/event-handlers";
import { erasePerson } from "#lib/people/erase-person";

import { haveWorkspace } from "../support/factories.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

const longAgo = new Date("2025-01-01T00:00:00Z");

test("evidence is read once, and again as soon as some of it changed", async () => {
  const ctx = await haveWorkspace();
  const { personId } = await havePerson(ctx);
  await haveTouchpoint(ctx, personId, { stars: 5 });
  await runEventHandlers(ctx);

  const first = await readEvidence(ctx, longAgo);
  expect(first.rows).toHaveLength(1);
  expect((await readEvidence(ctx, longAgo)).rows[0]).toBe(first.rows[0]);

  const said = await haveTouchpoint(ctx, personId, { type: "mention", text: "Look at this" });
  await runEventHandlers(ctx);
  expect((await readEvidence(ctx, longAgo)).rows).toHaveLength(2);

  await confirmTouchpoint(ctx, { touchpointId: said.id, verdict: "compliment" });
  await runEventHandlers(ctx);
  const judged = (await readEvidence(ctx, longAgo)).rows;
  expect(judged.find(({ touchpoint }) => touchpoint.id === said.id)).toMatchObject({
    rule: "positive-mention",
    touchpoint: { verdict: "compliment" },
  });

  await erasePerson(ctx, { personId });
  expect((await readEvidence(ctx, longAgo)).rows).toEqual([]);
});

test("while an event about it waits nothing is kept", async () => {
  const ctx = await haveWorkspace();
  const { personId } = await havePerson(ctx);
  await haveTouchpoint(ctx, personId, { stars: 5 });
  expect((await readEvidence(ctx, longAgo)).rows).toEqual([]);
  await runEventHandlers(ctx);
  expect((await readEvidence(ctx, longAgo)).rows).toHaveLength(1);
});

test("what is older than asked for is left out, kept or not, and other workspaces read their own", async () => {
  const ctx = await haveWorkspace();
  const { personId } = await havePerson(ctx);
  await haveTouchpoint(ctx, personId, { stars: 5, at: "2026-02-01T10:00" });
  await runEventHandlers(ctx);
  await readEvidence(ctx, longAgo);
  expect((await readEvidence(ctx, new Date("2026-02-15T00:00:00Z"))).rows).toEqual([]);
  expect((await readEvidence({ ...ctx, workspaceId: "other" }, longAgo)).rows).toEqual([]);
});
