import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";

import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import { showMoves } from "#lib/analytics/show-moves";
import { countLockedAccounts } from "#lib/backup/count-locked-accounts";
import { isPostgres } from "#lib/db/dialect";
import { migrateDatabase } from "#lib/db/migrate";
import type { Resolution } from "#lib/deliveries/resolution";
import { resolveDelivery } from "#lib/deliveries/resolve-delivery";
import { undoResolution } from "#lib/deliveries/undo-resolution";
import { touchpoints } from "#lib/engagement/schema";
import { runEventHandlers } from "#lib/event-handlers";
import { systemContext } from "#lib/kernel/context";
import { persons } from "#lib/people/schema";
import { checkDerived } from "#lib/projector/check-derived";
import { showRebuild } from "#lib/projector/rebuild";
import { startupErrorMessage } from "#lib/runtime/startup-error";
import { listStages } from "#lib/workspaces/list-stages";
import { showWorkspace } from "#lib/workspaces/show-workspace";

import { noon } from "../support/context.ts";
import { pendingEvents } from "../support/pending-events.ts";
import { byClass, live, openUpgraded, tellActs, type Upgraded } from "./acts.ts";
import { migrationsAndOneThatHangs } from "./hanging-migration.ts";
import type { World } from "./networks.ts";
import { olderDatabase, type OlderDatabase } from "./older-database.ts";

let older: OlderDatabase;
let upgraded: OlderDatabase;

beforeAll(async () => {
  older = await olderDatabase();
  upgraded = await older.copy();
  await migrateDatabase(upgraded.url);
});

afterAll(async () => {
  await upgraded.drop();
  await older.drop();
});

test("nothing is lost", async () => {
  const counts = await upgraded.counts();
  for (const [table, rows] of Object.entries(await older.counts()))
    expect(`${table}: ${counts[table]}`).toBe(`${table}: ${rows}`);
});

test("what waited in the outbox is answered, but for what somebody still answers", async () => {
  const after = await openUpgraded(await aCopy(), "absent");
  const pending = async () => (await pendingEvents(after.ctx.db)).length;
  expect(await pending()).toBe(244);
  await runEventHandlers(after.ctx);
  expect(await pending()).toBe(3);
  after.clock.set(new Date(noon.getTime() + 60_000));
  await runEventHandlers(after.ctx);
  expect(await pending()).toBe(0);
});

test("every sealed sign-in opens with the key of before", async () => {
  const { ctx } = await openUpgraded(await aCopy(), "absent");
  expect(await countLockedAccounts(ctx)).toBe(0);
});

test("a migration that was killed in the middle is taken up again", async () => {
  const database = await aCopy(older);
  const folder = migrationsAndOneThatHangs();
  const child = spawn(process.execPath, [migrating, database.url, folder], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  await vi.waitFor(async () => expect(await database.isAtWork()).toBe(true), {
    timeout: 60_000,
    interval: 200,
  });
  child.kill("SIGKILL");
  await once(child, "exit");
  await migrateDatabase(database.url);
  expect(await database.counts()).toEqual(await upgraded.counts());
  const after = await openUpgraded(database, "there");
  await live(after);
  expect(byClass(await tellActs(after))).toEqual(expected["nothing, there"]);
}, 120_000);

test("stages and figures are worked out anew, and every page says so until they are", async () => {
  const { ctx } = await openUpgraded(await aCopy(), "absent");
  const [busy] = await ctx.db.select({ id: touchpoints.workspaceId }).from(touchpoints).limit(1);
  const owner = {
    ...systemContext(ctx, busy?.id ?? ""),
    actor: { id: "ada", role: "owner" },
  } as const;
  expect(await showRebuild(owner)).toMatchObject({ done: 0 });
  await runEventHandlers(ctx);
  expect(await showRebuild(owner)).toBeUndefined();
  const everybody = await ctx.db.$count(persons, eq(persons.workspaceId, owner.workspaceId));
  expect(everybody).toBeGreaterThan(20);
  expect(await checkDerived(owner)).toMatchObject({ people: everybody, differences: [] });
  const { people, away } = await showMoves(owner, { days: 30 });
  expect(people).toBe(everybody);
  expect(away).toBeLessThan(everybody);
}, 60_000);

test("what was derived by other rules is worked out anew", async () => {
  const database = await olderDatabase("-0017");
  onTestFinished(() => database.drop());
  await migrateDatabase(database.url);
  const { ctx } = await openUpgraded(database, "absent");
  const owner = { ...ctx, workspaceId: "workspace-1" };
  expect(await showRebuild(owner)).toMatchObject({ done: 0 });
  await runEventHandlers(ctx);
  expect(await showRebuild(owner)).toBeUndefined();
  expect(await checkDerived(owner)).toMatchObject({ people: 24, differences: [] });
  // A child's own words were no reason to hold anything back then.
  const { heldBack } = await listShoutOuts(owner);
  expect(heldBack.map(({ reason }) => reason)).toContain("minor");
});

test("AIDA's stages get names of their own, and keep their plan", async () => {
  const database = await aCopy(older);
  const plan = JSON.stringify({ plan: { awareness: 3, purchase: 1 }, whenTooLate: "ask" });
  await database.run(`
    update workspaces set stage_template = 'aida', settings = '${plan}' where name = 'States';
    update stages set "key" = 'decision' where "key" = 'retention';
    delete from stages where "key" = 'advocacy';
  `);
  await migrateDatabase(database.url);
  const { ctx } = await openUpgraded(database, "absent");
  const keys = (await listStages(ctx)).map(({ key }) => key).toSorted();
  expect(keys).toEqual([
    "awareness-attention",
    "consideration-interest",
    "decision-desire",
    "purchase-action",
  ]);
  const { settings } = await showWorkspace(ctx);
  expect(settings.plan).toEqual({ "awareness-attention": 3, "purchase-action": 1 });
});

test("a newer database is refused in a sentence", async () => {
  const database = await aCopy();
  await database.run(
    `insert into ${isPostgres ? "drizzle." : ""}__drizzle_migrations (hash, created_at) values ('newer', 99999999999999)`,
  );
  const error = await migrateDatabase(database.url).catch((caught: unknown) => caught);
  expect(startupErrorMessage(error)).toContain("newer version");
});

async function aCopy(of = upgraded): Promise<OlderDatabase> {
  const database = await of.copy();
  onTestFinished(() => database.drop());
  return database;
}

/** As the version did that wrote the database. */
const expected = JSON.parse(
  readFileSync(new URL("expected-acts.json", import.meta.url), "utf8"),
) as Record<string, unknown>;

const migrating = fileURLToPath(new URL("./migrate-process.ts", import.meta.url));

const asked = ["needs_person", "failed", "missed"];

const said = (answer: Resolution) => async (after: Upgraded) =>
  forAll(after, asked, (deliveryId) => resolveDelivery(after.ctx, { deliveryId, answer }));

/** What a person does first, by name. */
const deeds: Record<string, (after: Upgraded) => Promise<Map<string, string>>> = {
  nothing: async () => new Map(),
  "is-there": said("is-there"),
  "send-again": said("send-again"),
  "leave-out": said("leave-out"),
  "take back and send again": async (after) => {
    const { ctx } = after;
    return forAll(after, ["cancelled"], async (deliveryId) => {
      const taken = await undoResolution(ctx, { deliveryId });
      return taken.ok ? resolveDelivery(ctx, { deliveryId, answer: "send-again" }) : taken;
    });
  },
  move: async (after) =>
    forAll(after, ["scheduled", ...asked, "stopped"], (deliveryId) =>
      resolveDelivery(after.ctx, {
        answer: "move",
        deliveryId,
        when: { kind: "wall-clock", at: "2026-03-01T15:00" },
      }),
    ),
};

const scenes: readonly (readonly [string, World])[] = [
  ["nothing", "absent"],
  ["nothing", "there"],
  ["nothing", "silent"],
  ["send-again", "there"],
];

/** What follows from an answer is decided by no SQL. */
const moreScenes: typeof scenes = [
  ["is-there", "there"],
  ["send-again", "absent"],
  ["leave-out", "absent"],
  ["take back and send again", "there"],
  ["move", "absent"],
  ["move", "there"],
];

test.each(isPostgres ? scenes : [...scenes, ...moreScenes])(
  "everything goes on as before: a person does %s, what may have left is %s",
  async (deed, world: World) => {
    const after = await openUpgraded(await aCopy(), world);
    const refusals = await deeds[deed]?.(after);
    await live(after);
    const acts = new Map(
      [...(await tellActs(after))].map(([text, line]) => [
        text,
        `${refusals?.get(text) ?? ""}${line}`,
      ]),
    );
    expect(byClass(acts)).toEqual(expected[`${deed}, ${world}`]);
  },
  120_000,
);

async function forAll(
  { ctx, read }: Upgraded,
  states: readonly string[],
  deed: (id: string) => Promise<{ ok: boolean; refusal?: string }>,
): Promise<Map<string, string>> {
  const refusals = new Map<string, string>();
  for (const { id, state, snapshot, workspaceId } of await read()) {
    if (workspaceId !== ctx.workspaceId || !states.includes(state)) continue;
    const outcome = await deed(id);
    refusals.set(snapshot.text, outcome.ok ? "" : `(${outcome.refusal}) `);
  }
  return refusals;
}
