import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { insertRecognition } from "#lib/advocacy/repository";
import type { Context } from "#lib/kernel/context";
import { erasePerson } from "#lib/people/erase-person";
import { identities } from "#lib/people/schema";
import { figures, journeyStates } from "#lib/projections/schema";
import { checkDerived } from "#lib/projector/check-derived";
import { deriveWorkspace } from "#lib/projector/derive-due";
import { startRebuild } from "#lib/projector/rebuild";
import { setStageByHand } from "#lib/projector/set-stage-by-hand";

import { haveWorkspace } from "../support/factories.ts";
import { everythingDerived, seeded, storePage, world } from "./world.ts";

/** A batch that fails is tried person by person: here nothing may fail. */
const loud = {
  info() {},
  warn() {},
  error(detail: object) {
    throw new Error("Deriving failed", { cause: detail });
  },
};
const day = 86_400_000;

test.each([1, 2, 3])(
  "any order of arrival and any size of page gives what a rebuild gives (%i)",
  async (seed) => {
    const random = seeded(seed);
    const ctx = await haveWorkspace({ log: loud });
    const log = world(random, ctx);
    const shuffled = log
      .map((one) => ({ one, at: random() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ one }) => one);
    for (let from = 0; from < shuffled.length;) {
      const size = 1 + Math.floor(random() * 60);
      await storePage(ctx, shuffled.slice(from, from + size));
      from += size;
      if (random() < 0.6) await deriveWorkspace(ctx);
      if (random() < 0.1) await thank(ctx, random);
      if (random() < 0.1) await choose(ctx, random);
    }
    await deriveWorkspace(ctx);
    const incremental = await everythingDerived(ctx);
    expect(incremental.figures.length).toBeGreaterThan(50);
    expect(incremental.checkpoints.length).toBeGreaterThan(1);
    expect(await checkDerived(ctx)).toMatchObject({ people: 10, differences: [] });

    await startRebuild(ctx);
    await deriveWorkspace(ctx);
    expect(await everythingDerived(ctx)).toEqual(incremental);
  },
);

test("a check finds a figure and a state that the log does not say", async () => {
  const ctx = await haveWorkspace();
  await storePage(ctx, world(seeded(4), ctx));
  await deriveWorkspace(ctx);
  const [figure] = await ctx.db.select().from(figures);
  const [state] = await ctx.db.select().from(journeyStates);
  await ctx.transact(async (tx) => {
    await tx
      .update(figures)
      .set({ count: 99 })
      .where(eq(figures.id, figure?.id ?? ""));
    await tx
      .update(journeyStates)
      .set({ entries: 1 })
      .where(eq(journeyStates.id, state?.id ?? ""));
  });
  expect((await checkDerived(ctx)).differences).toMatchObject([
    {
      what: "journey",
      id: state?.id,
      stored: { entries: 1 },
      expected: { entries: state?.entries },
    },
    { what: "figure", id: figure?.id, stored: 99, expected: figure?.count },
  ]);
});

test("an erased person is in no figure any more", async () => {
  const random = seeded(9);
  const ctx = await haveWorkspace();
  await storePage(ctx, world(random, ctx));
  await deriveWorkspace(ctx);
  for (const { personId } of await ctx.db.select().from(identities))
    expect(await erasePerson(ctx, { personId })).toMatchObject({ ok: true });
  const left = await everythingDerived(ctx);
  for (const rows of Object.values(left)) expect(rows).toEqual([]);
});

async function thank(ctx: Context, random: () => number) {
  const personId = await anyPerson(ctx, random);
  const at = new Date(ctx.clock.now().getTime() - Math.floor(random() * 700) * day);
  const rest = {
    kind: "by-hand",
    mergedFrom: null,
    shoutOutId: null,
    postId: null,
    url: null,
  } as const;
  await ctx.transact((tx) =>
    insertRecognition(tx, { ...rest, id: ctx.newId(), workspaceId: ctx.workspaceId, personId, at }),
  );
}

async function choose(ctx: Context, random: () => number) {
  const personId = await anyPerson(ctx, random);
  await setStageByHand(ctx, { personId, stageId: "stage-retention" });
}

async function anyPerson(ctx: Context, random: () => number): Promise<string> {
  const rows = await ctx.db.select().from(identities);
  return rows[Math.floor(random() * rows.length)]?.personId ?? "";
}
