import { expect, test } from "vitest";

import { listTouchpoints } from "#lib/engagement/list-touchpoints";
import { recordTouchpoint } from "#lib/engagement/record-touchpoint";
import { listHistory } from "#lib/events/repository";
import { listPeople } from "#lib/people/list-people";
import { journeysDue } from "#lib/projections/schema";

import { haveWorkspace } from "../support/factories.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

const visit = {
  person: { name: "Mieke" },
  type: "in-store-purchase",
  channel: "shop",
  at: "2026-02-28T23:30",
} as const;

test("a visit by somebody new makes the person, on the workspace's own day, and is told of", async () => {
  const ctx = await haveWorkspace();

  const outcome = await recordTouchpoint(ctx, { ...visit, text: "Blij mee", note: "€ 49" });

  expect(outcome).toMatchObject({
    ok: true,
    value: {
      occurredAt: new Date("2026-02-28T22:30:00Z"),
      localDay: "2026-02-28",
      modality: "physical",
      note: "€ 49",
      source: "hand",
      recordedBy: "ada",
    },
  });
  expect((await listPeople(ctx)).people).toMatchObject([{ person: { displayName: "Mieke" } }]);
  expect(await ctx.db.$count(journeysDue)).toBe(1);
  expect(await listHistory(ctx.db, ctx.workspaceId, "hand")).toMatchObject([
    { type: "touchpoints.recorded", subjectId: "hand" },
  ]);
});

test("somebody known keeps their identity, and was about", async () => {
  const ctx = await haveWorkspace();
  const identity = await havePerson(ctx, { at: new Date("2026-01-01T00:00:00Z") });
  await haveTouchpoint(ctx, identity.personId);

  const { people } = await listPeople(ctx);
  expect(people).toMatchObject([{ touchpointCount: 1, identities: [{ network: "fake" }] }]);
  expect(people[0]?.person.lastSeenAt).toEqual(new Date("2026-02-20T09:00:00Z"));
});

test("the future and what is no time are refused", async () => {
  const ctx = await haveWorkspace();
  expect(await recordTouchpoint(ctx, { ...visit, at: "2027-01-01T10:00" })).toMatchObject({
    refusal: "in-the-future",
  });
  expect(await recordTouchpoint(ctx, { ...visit, at: "yesterday" })).toMatchObject({
    refusal: "unreadable-time",
  });
  expect((await listPeople(ctx)).people).toEqual([]);
});

test("another workspace's person, and viewers", async () => {
  const ctx = await haveWorkspace();
  const elsewhere = await havePerson({ ...ctx, workspaceId: "other" });
  await expect(
    recordTouchpoint(ctx, { ...visit, person: { id: elsewhere.personId } }),
  ).rejects.toThrow("No person");
  await expect(
    recordTouchpoint({ ...ctx, actor: { id: "vi", role: "viewer" } }, visit),
  ).rejects.toThrow("editor role");
});

test("touchpoints come in pages, newest first, by person and since when", async () => {
  const ctx = await haveWorkspace();
  const { personId } = await havePerson(ctx);
  const { personId: otherId } = await havePerson(ctx, { name: "joost" });
  for (const day of ["01", "02", "03", "04", "05"])
    await haveTouchpoint(ctx, personId, { at: `2026-02-${day}T10:00` });
  await haveTouchpoint(ctx, otherId);

  const first = await listTouchpoints(ctx, { personId, limit: 2 });
  const second = await listTouchpoints(ctx, { personId, limit: 3, after: first.next });
  expect(
    [...first.touchpoints, ...second.touchpoints].map(({ touchpoint }) => touchpoint.localDay),
  ).toEqual(["2026-02-05", "2026-02-04", "2026-02-03", "2026-02-02", "2026-02-01"]);
  expect(second.next).toBeUndefined();
  expect(
    (await listTouchpoints(ctx, { since: new Date("2026-02-05T00:00:00Z") })).touchpoints,
  ).toHaveLength(2);
  expect((await listTouchpoints({ ...ctx, workspaceId: "other" })).touchpoints).toEqual([]);
});
