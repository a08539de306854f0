import { uuidv7 } from "uuidv7";
import { onTestFinished } from "vitest";

import { openStore } from "#lib/db/open";
import type { Delivery } from "#lib/deliveries/delivery";
import { deliveries } from "#lib/deliveries/schema";
import { createHttpClient } from "#lib/http/client";
import type { Context } from "#lib/kernel/context";
import { publishDue } from "#lib/publisher/publish-due";
import { createSecrets } from "#lib/secrets/secrets";
import { spendings } from "#lib/spending/schema";
import { workspaces } from "#lib/workspaces/schema";

import { noon } from "../support/context.ts";
import { testNetworks } from "../support/test-networks.ts";
import { haveNetworks, kinds, type Networks, type World } from "./networks.ts";
import type { OlderDatabase } from "./older-database.ts";

export interface Upgraded {
  /** Of the workspace "States", as its owner. */
  readonly ctx: Context;
  readonly clock: { now(): Date; set(at: Date): void };
  readonly networks: Networks;
  readonly read: () => Promise<Delivery[]>;
}

/** The product at noon on an upgraded database, with networks that show as much as `world` says. */
export async function openUpgraded(database: OlderDatabase, world: World): Promise<Upgraded> {
  const store = await openStore(database.url);
  onTestFinished(() => store.close());
  let at = noon;
  const clock = { now: () => at, set: (next: Date) => void (at = next) };
  const rows = await store.db.select().from(workspaces);
  const workspaceId = rows.find(({ name }) => name === "States")?.id ?? "";
  const ctx: Context = {
    ...store,
    clock,
    newId: uuidv7,
    http: createHttpClient("127.0.0.1,localhost"),
    secrets: createSecrets("a key for tests only, thirty-two characters or more"),
    log: { info() {}, warn() {}, error() {} },
    networks: testNetworks(store),
    workspaceId,
    actor: { id: "ada", role: "owner" },
  };
  const networks = haveNetworks(world);
  const read = async () => store.db.select().from(deliveries);
  if (world === "there") await showEverything(networks, await read());
  return { ctx, clock, networks, read };
}

/** Whatever may have been sent, was. */
async function showEverything({ all }: Networks, rows: readonly Delivery[]): Promise<void> {
  const shownAt = new Date("2026-03-01T11:45:00Z");
  for (const { connector, accepted } of all)
    for (const { id, network, accountId, snapshot } of rows)
      if (network === connector.network)
        accepted.push({
          key: id,
          accountId,
          text: snapshot.text,
          request: { key: id },
          at: shownAt,
        });
}

/** Two weeks as the engine would live them: minute by minute at first, in the end day by day. */
const atFirst = [
  0, 1, 2, 3, 4, 6, 8, 10, 12, 15, 20, 30, 40, 50, 60, 80, 100, 120, 150, 180, 240, 300, 360,
];
const minutes = [...atFirst, ...Array.from({ length: 14 }, (_, day) => (day + 1) * 24 * 60)];

export async function live({ ctx, clock }: Upgraded): Promise<void> {
  for (const minute of minutes) {
    clock.set(new Date(noon.getTime() + minute * 60_000));
    await publishDue(ctx, "worker");
  }
}

/** By delivery (its text): what was asked of the network for it, in order, and what became of it. */
export async function tellActs({ ctx, networks, read }: Upgraded): Promise<Map<string, string>> {
  const spent = await ctx.db.select().from(spendings);
  const rows = (await read()).filter((one) => one.network !== "practice" || !isOutBefore(one));
  const lines = rows.map(({ id, accountId, snapshot, state, alertedAt }): [string, string] => {
    const paid = spent.filter((one) => one.accountId === accountId).length;
    const words = [
      shortened(networks.acts.get(id) ?? []),
      `-> ${state}`,
      alertedAt ? ", told" : "",
      paid > 0 ? `, paid ${paid}x` : "",
    ];
    return [snapshot.text, words.join("").trim()];
  });
  return new Map(lines.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** What the demo's people were thanked with differs from one database to the other. */
function isOutBefore({ publishedAt }: Delivery): boolean {
  return publishedAt !== null && publishedAt < noon;
}

function shortened(acts: readonly string[]): string {
  const runs: { act: string; times: number }[] = [];
  for (const act of acts) {
    const last = runs.at(-1);
    if (last?.act === act) last.times += 1;
    else runs.push({ act, times: 1 });
  }
  return runs.map(({ act, times }) => `${act}${times > 1 ? ` ${times}x` : ""} `).join("");
}

/** The same told once for all classes of network that it holds for. */
export function byClass(acts: ReadonlyMap<string, string>): Record<string, Record<string, string>> {
  const grouped: Record<string, Record<string, string[]>> = {};
  for (const [text, line] of acts) {
    const kind = kinds.find((one) => text.startsWith(`${one}, `)) ?? "-";
    const name = kind === "-" ? text : text.slice(kind.length + 2);
    ((grouped[name] ??= {})[line] ??= []).push(kind);
  }
  return Object.fromEntries(
    Object.entries(grouped).map(([name, lines]) => [
      name,
      Object.fromEntries(Object.entries(lines).map(([line, those]) => [line, those.join(" ")])),
    ]),
  );
}
