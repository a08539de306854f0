import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import Database from "better-sqlite3";
import pg from "pg";
import { uuidv7 } from "uuidv7";
import { test } from "vitest";

import { beginSignIn } from "#lib/accounts/begin-sign-in";
import { signIns } from "#lib/accounts/schema";
import { setAccountBudget } from "#lib/accounts/set-account-budget";
import { inviteColleague } from "#lib/cli/demo/invite-colleague";
import { liveNinetyDays } from "#lib/cli/demo/live-ninety-days";
import { liveToday } from "#lib/cli/demo/live-today";
import { must } from "#lib/cli/demo/must";
import { openWorkshop } from "#lib/cli/demo/workshop";
import { isPostgres } from "#lib/db/dialect";
import { openStore } from "#lib/db/open";
import { claimPending } from "#lib/events/repository";
import { openDoor } from "#lib/http/door";
import type { Context } from "#lib/kernel/context";
import { answerDelivery } from "#lib/publishing/answer-delivery";
import { deletePublished } from "#lib/publishing/delete-published";
import { enterSafeMode } from "#lib/publishing/enter-safe-mode";
import { listDeliveries } from "#lib/publishing/list-deliveries";
import { publishDue } from "#lib/publishing/publish-due";
import { lockDelivery, updateDelivery } from "#lib/publishing/repository";
import { rewriteDelivery } from "#lib/publishing/rewrite-delivery";
import { saveChange } from "#lib/publishing/save-change";
import { workers } from "#lib/publishing/schema";
import { stopSending } from "#lib/publishing/stop-sending";
import { answerPending } from "#lib/reactions";
import { createSecrets } from "#lib/secrets/secrets";
import { createWorkspace } from "#lib/workspaces/create-workspace";
import { listStages } from "#lib/workspaces/list-stages";

import { fakeSignInPage } from "../accounts/fake-authorization.ts";
import { freshDatabase } from "../support/database.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";
import { haveNetworks, type Networks } from "./networks.ts";
import { wanted, type Wanted } from "./rows.ts";

const now = new Date("2026-03-01T12:00:00Z");

test("makes a database of this version", { timeout: 600_000 }, async () => {
  const database = await freshDatabase();
  const store = await openStore(database.url);
  let at = now;
  const clock = { now: () => at, set: (next: Date) => void (at = next) };
  const installation = {
    ...store,
    clock,
    newId: uuidv7,
    http: openDoor("127.0.0.1,localhost"),
    secrets: createSecrets("a key for tests only, thirty-two characters or more"),
    log: { info() {}, warn() {}, error() {} },
    mail: { publicUrl: "https://shoutloop.example", send: async () => {} },
  };
  const networks = haveNetworks();

  // The demo's world, shorter.
  const workshop = await openWorkshop(installation, { days: 12, now });
  await inviteColleague(workshop);
  await liveNinetyDays(workshop, 12, () => {});
  await liveToday(workshop, now);

  const states = await haveOther(workshop.ctx, clock, "States");
  clock.set(new Date("2026-03-01T07:00:00Z"));
  const [older, newer] = await haveTwoAges(states, clock, networks);
  clock.set(new Date("2026-03-01T11:30:00Z"));
  const stopped = await haveOther(workshop.ctx, clock, "Stopped");
  await stories(stopped, networks);
  await answerPending(states);
  clock.set(now);
  for (const [delivery, row] of [...older, ...newer]) await bring(states, delivery, row);
  await answerSome(states);
  must(await stopSending(stopped, { scope: "workspace" }));
  await others(stopped);
  await store.close();
  await write(database.url);
  await database.drop();
});

async function haveOther(ctx: Context, clock: { now(): Date }, name: string): Promise<Context> {
  const workspace = must(
    await createWorkspace(ctx, ctx.actor.id, { name, timeZone: "Europe/Amsterdam" }),
  );
  return { ...ctx, clock, workspaceId: workspace.id };
}

type Made = [string, Wanted & { readonly age: string }];

async function haveTwoAges(
  ctx: Context,
  clock: { set(at: Date): void },
  { of }: Networks,
): Promise<[Made[], Made[]]> {
  const ages = new Map<string, Made[]>();
  const stageId = (await listStages(ctx))[0]?.id ?? null;
  for (const age of ["older", "newer"]) {
    const made: Made[] = [];
    ages.set(age, made);
    let number = 0;
    for (const row of wanted) {
      if (!isOfAge(row, age)) continue;
      number += 1;
      const { network } = of(row.kind).connector;
      const account = await haveAccount(ctx, { network, identifier: `${age}-${number}.example` });
      const text = [row.kind, row.state, row.reason ?? "no reason", row.how, age].join(", ");
      const at = "2026-03-01T20:00";
      await haveScheduled(ctx, { accountIds: [account.id], texts: [text], stageId, at });
      const [delivery] = await listDeliveries(ctx, { accountId: account.id });
      made.push([delivery?.id ?? "", { ...row, age }]);
    }
    if (age === "older") {
      clock.set(new Date("2026-03-01T10:00:00Z"));
      await enterSafeMode(ctx, new Date("2026-03-01T09:00:00Z"));
      clock.set(new Date("2026-03-01T10:10:00Z"));
    }
  }
  return [ages.get("older") ?? [], ages.get("newer") ?? []];
}

/** What a restore made is older than it; what a person may be asked about is there in both ages. */
function isOfAge({ state, reason }: Wanted, age: string): boolean {
  const isOfRestore = reason === "restored" || reason === "look-first";
  const isAsked = state === "needs_person" || state === "missed" || state === "failed";
  return isAsked || isOfRestore === (age === "older");
}

async function bring(ctx: Context, id: string, row: Made[1]): Promise<void> {
  await ctx.transact(async (tx) => {
    const delivery = await lockDelivery(tx, ctx.workspaceId, id);
    const { text } = delivery.frozen;
    const request = row.hasRequest
      ? { key: id, text, createdAt: "2026-03-01T11:40:00.000Z", replyTo: null }
      : null;
    const candidates = row.over.candidates?.map((one) => ({
      ...one,
      text,
      remoteId: `remote-candidate-${id}`,
      reference: { id: `remote-candidate-${id}` },
      url: `https://fake.example/candidate-${id}`,
    }));
    const written = {
      ...row.over,
      ...(candidates && { candidates }),
      state: row.state,
      reason: row.reason,
      request,
    };
    const phase = row.state === "unknown" || row.state === "needs_person" ? "reconcile" : "claim";
    await saveChange(tx, ctx, delivery, written, { phase, outcome: "unknown" });
    const { leaseOwner = null, leaseUntil = null } = row.over;
    await updateDelivery(tx, ctx.workspaceId, id, { leaseOwner, leaseUntil });
  });
}

/** A few of every sort are answered: left out, to be taken back; there, to stay. */
async function answerSome(ctx: Context): Promise<void> {
  const all = await listDeliveries(ctx, { states: ["needs_person", "missed", "failed"] });
  for (const { id, frozen } of all) {
    if (frozen.text.startsWith("key,"))
      must(await answerDelivery(ctx, { deliveryId: id, answer: "leave-out" }));
    if (frozen.text.startsWith("container, needs_person"))
      must(await answerDelivery(ctx, { deliveryId: id, answer: "is-there" }));
  }
}

/** Threads, a post taken down, a draft of the rest, an account that is spent out: as they come about. */
async function stories(ctx: Context, { of }: Networks) {
  const fake = of("own-id");
  const { network } = fake.connector;
  const stageId = (await listStages(ctx))[0]?.id ?? null;
  const post = async (name: string, texts: string[], at?: string) => {
    const account = await haveAccount(ctx, { network, identifier: `${name}.example` });
    const made = await haveScheduled(ctx, {
      accountIds: [account.id],
      texts,
      stageId,
      ...(at !== undefined && { at }),
    });
    return { account, ...made };
  };
  const first = async (postId: string) => (await listDeliveries(ctx, { postIds: [postId] }))[0];

  await post("published", ["a thread that is out, one", "a thread that is out, two"]);
  await publishDue(ctx, "worker-gone");
  fake.faults.push(undefined, "refuse");
  await post("refused", [
    "refused in the middle, one",
    "refused in the middle, two",
    "refused in the middle, three",
  ]);
  await publishDue(ctx, "worker-gone");
  fake.faults.push("refuse");
  const rewritten = await post("rewritten", ["rewritten, one", "rewritten, two"]);
  await publishDue(ctx, "worker-gone");
  must(await rewriteDelivery(ctx, { deliveryId: (await first(rewritten.postId))?.id ?? "" }));
  const down = await post("taken-down", ["taken down"]);
  await publishDue(ctx, "worker-gone");
  must(await deletePublished(ctx, { deliveryId: (await first(down.postId))?.id ?? "" }));
  const spent = await post("spent", ["out before the cap"]);
  await publishDue(ctx, "worker-gone");
  must(await setAccountBudget(ctx, { accountId: spent.account.id, usdPerMonth: 0.0001 }));
  await haveScheduled(ctx, { accountIds: [spent.account.id], texts: ["over the cap"], stageId });
  await publishDue(ctx, "worker-gone");
  fake.faults.push("reconnect");
  await post("signed-out", ["waits for a sign-in"]);
  await publishDue(ctx, "worker-gone");
  fake.faults.push("later");
  await post("limited", ["waits for a limit"]);
  await publishDue(ctx, "worker-gone");
  fake.faults.push("reset-after");
  await post("doubted", ["in doubt, one", "in doubt, two"]);
  await publishDue(ctx, "worker-gone");
}

async function others(ctx: Context): Promise<void> {
  const page = fakeSignInPage();
  const begin = () =>
    beginSignIn(ctx, {
      network: page.connector.network,
      answers: { server: "fake.example", secret: "hush" },
      callbackUrl: "https://shoutloop.example/api/connect/callback",
      publicUrl: "https://shoutloop.example",
    });
  must(await begin());
  must(await begin());
  await ctx.transact(async (tx) => {
    await tx.update(signIns).set({ expiresAt: new Date("2026-03-01T11:00:00Z") });
    await tx
      .insert(workers)
      .values([
        workerOf("worker-gone", new Date("2026-03-01T11:30:00Z")),
        workerOf("worker-alive", new Date("2026-03-01T11:59:58Z")),
      ]);
    const leaseUntil = new Date("2026-03-01T12:00:40Z");
    await claimPending(tx, { now, leaseUntil, limit: 3 });
  });
}

function workerOf(id: string, seenAt: Date) {
  const startedAt = new Date("2026-03-01T07:00:00Z");
  return { id, host: "a-machine", processId: 4_000_000, place: "elsewhere", startedAt, seenAt };
}

const folder = process.env["FIXTURES"] ?? "/tmp/fixtures";

async function write(url: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (isPostgres) return writePostgres(url);
  const copy = join(folder, "sqlite.db");
  rmSync(copy, { force: true });
  const file = new Database(url);
  file.exec(`vacuum into '${copy}'`);
  file.close();
  writeFileSync(`${copy}.gz`, gzipSync(readFileSync(copy), { level: 9 }));
}

/** Statements that any connection can run: tables as the migration made them, rows as JSON. */
async function writePostgres(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const lines = [
    readFileSync("drizzle/postgres/0000_init.sql", "utf8").replaceAll(
      "--> statement-breakpoint",
      "",
    ),
    "create schema drizzle;",
    "create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);",
  ];
  const { rows: tables } = await client.query(
    "select schemaname, tablename from pg_tables where schemaname in ('public', 'drizzle') order by 1, 2",
  );
  for (const { schemaname, tablename } of tables) {
    const table = `"${schemaname}"."${tablename}"`;
    const { rows } = await client.query(`select to_json(t) as row from ${table} t`);
    for (let from = 0; from < rows.length; from += 100) {
      const page = JSON.stringify(rows.slice(from, from + 100).map(({ row }) => row));
      lines.push(
        `insert into ${table} select * from json_populate_recordset(null::${table}, ${pg.escapeLiteral(page)});`,
      );
    }
  }
  lines.push("select setval('drizzle.__drizzle_migrations_id_seq', 100);");
  await client.end();
  writeFileSync(join(folder, "postgres.sql.gz"), gzipSync(lines.join("\n"), { level: 9 }));
}
