import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import sharp from "sharp";
import { expect, test } from "vitest";

import type { Runtime } from "#lib/kernel/context";
import { systemContext } from "#lib/kernel/context";
import { createWorkspace } from "#lib/workspaces/create-workspace";
import { listWorkspaceIds } from "#lib/workspaces/list-workspace-ids";

import { testRuntime } from "../support/context.ts";
import { runShoutloop } from "./run-shoutloop.ts";

const owner =
  "user create --email ada@example.org --name Ada --workspace-name Noorderwol --time-zone Europe/Amsterdam".split(
    " ",
  );
const password = ["--password", "correct horse battery"];

async function withAccount() {
  const runtime = await testRuntime();
  await runShoutloop(runtime, [...owner, ...password]);
  const connected = await runShoutloop(runtime, ["account", "connect", "practice", "--json"]);
  const account: { id: string; handle: string } = connected.json();
  return { runtime, account };
}

function schedule(runtime: Runtime, account: string, ...more: string[]) {
  const args = ["post", "schedule", "--account", account, "--stage", "awareness", "--json"];
  return runShoutloop(runtime, [...args, ...more]);
}

test("makes the owner of a fresh installation, once", async () => {
  const runtime = await testRuntime();
  const made = await runShoutloop(runtime, [...owner, ...password, "--json"]);
  expect(made.code).toBe(0);
  expect(made.json()).toMatchObject({ slug: "noorderwol" });
  const again = await runShoutloop(runtime, [...owner, ...password]);
  expect(again).toMatchObject({ code: 1, out: "" });
  expect(again.err).toContain("has an owner already");
});

test("takes the password from elsewhere than the arguments, and says where when there is none", async () => {
  const runtime = await testRuntime();
  const without = await runShoutloop(runtime, owner);
  expect(without).toMatchObject({ code: 1 });
  expect(without.err).toContain("SHOUTLOOP_PASSWORD");
  const typed = await runShoutloop(runtime, owner, { secret: "correct horse battery" });
  expect(typed.code).toBe(0);
});

test("names the field that cannot be used", async () => {
  const runtime = await testRuntime();
  const said = await runShoutloop(runtime, [...owner, "--password", "short"]);
  expect(said).toMatchObject({ code: 1 });
  expect(said.err).toMatch(/^password cannot be used/);
});

test("connects, schedules on the workspace's clock, and shows what is planned", async () => {
  const { runtime, account } = await withAccount();
  const at = ["--at", "2026-03-02T09:00", "--text", "Wool for winter", "--thread-part", "And more"];
  const planned = await schedule(runtime, account.handle, ...at);
  expect(planned).toMatchObject({ code: 0, err: "" });
  expect(planned.json()).toMatchObject({
    status: "scheduled",
    stage: "awareness",
    publishAt: "2026-03-02T08:00:00.000Z",
    deliveries: [
      { part: 1, state: "scheduled" },
      { part: 2, state: "scheduled" },
    ],
  });
  const list = await runShoutloop(runtime, ["post", "list"]);
  expect(list.out).toContain("2026-03-02 09:00");
  const deliveries = await runShoutloop(runtime, ["deliveries", "--json"]);
  expect(deliveries.json()).toHaveLength(2);
  const status = await runShoutloop(runtime, ["status", "--json"]);
  expect(status.json()).toMatchObject({ deliveries: { waiting: 2, needsPerson: 0 } });
});

test("uploads pictures with their descriptions, from where the person is", async () => {
  const { runtime, account } = await withAccount();
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-cli-"));
  const png = sharp({ create: { width: 8, height: 8, channels: 3, background: "teal" } }).png();
  writeFileSync(join(folder, "wool.png"), await png.toBuffer());
  const args = ["post", "schedule", "--account", account.id, "--stage", "awareness", "--now"];
  const media = ["--media", "wool.png", "--alt", "A ball of wool", "--json"];
  const said = await runShoutloop(runtime, [...args, ...media], { folder });
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.json()).toMatchObject({ parts: [{ images: [{ alt: "A ball of wool" }] }] });

  const unread = await runShoutloop(runtime, [...args, ...media], { folder: tmpdir() });
  expect(unread).toMatchObject({ code: 1, out: "" });
  expect(unread.err).toContain("wool.png");
  const without = await schedule(runtime, account.id, "--now", "--media", "wool.png");
  expect(without.err).toContain("1 --media but 0 --alt");
});

test("refuses in one sentence and leaves no draft behind", async () => {
  const { runtime, account } = await withAccount();
  const refusals: [string[], RegExp][] = [
    [["--at", "2026-02-01T09:00", "--text", "Late"], /has passed/],
    [["--at", "2026-03-29T02:30", "--text", "Gap"], /2026-03-29|clock/],
    [["--at", "tomorrow", "--text", "When?"], /tomorrow/],
    [["--now", "--text", "x".repeat(5_000)], new RegExp(account.handle)],
    [["--text", "When?"], /--at/],
    [["--now", "--at", "2026-03-02T09:00", "--text", "When?"], /--at/],
  ];
  for (const [args, sentence] of refusals) {
    const said = await schedule(runtime, account.id, ...args);
    expect(said).toMatchObject({ code: 1, out: "" });
    expect(said.err).toMatch(sentence);
    expect(said.err.split("\n")).toHaveLength(1);
  }
  const nobody = await schedule(runtime, "nobody", "--now", "--text", "Hi");
  expect(nobody.err).toContain(`practice:${account.handle}`);
  expect((await runShoutloop(runtime, ["post", "list", "--json"])).json()).toEqual([]);
});

test("writes warnings and circles of readers, and says where polls cannot go", async () => {
  const { runtime, account } = await withAccount();
  const at = ["--text", "Hello", "--at", "2026-12-01T09:00"];
  const beside = ["--warning", "Wool", "--visibility", "unlisted"];
  const planned = await schedule(runtime, account.id, ...at, ...beside);
  expect(planned.json()).toMatchObject({ parts: [{ warning: "Wool", visibility: "unlisted" }] });
  const poll = ["--poll", "Red", "--poll", "Blue", "--poll-minutes", "60"];
  const refused = await schedule(runtime, account.id, ...at, ...poll);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.err).toContain("has no polls");
  const nobody = await schedule(runtime, account.id, ...at, "--visibility", "nobody");
  expect(JSON.parse(nobody.err)).toMatchObject({
    refusal: "invalid-input",
    message: expect.stringMatching(/^visibility cannot be used/),
  });
});

test("another workspace's ids answer as if they did not exist", async () => {
  const { runtime, account } = await withAccount();
  const first = await schedule(runtime, account.id, "--now", "--text", "Ours");
  const { id }: { id: string } = first.json();
  const [home] = await listWorkspaceIds(runtime);
  const ctx = systemContext(runtime, home!);
  const [user] = [{ ...ctx, actor: { id: "ada", role: "owner" as const } }];
  await createWorkspace(runtime, user.actor.id, { name: "Other", timeZone: "UTC" });

  const several = await runShoutloop(runtime, ["post", "list"]);
  expect(several).toMatchObject({ code: 1 });
  expect(several.err).toContain("noorderwol, other");
  const elsewhere = ["--workspace", "other"];
  expect((await runShoutloop(runtime, ["post", "show", id, ...elsewhere])).code).toBe(1);
  expect(
    (await runShoutloop(runtime, ["post", "show", id, "--workspace", "noorderwol"])).code,
  ).toBe(0);
  const foreign = await schedule(runtime, account.id, "--now", "--text", "Hi", ...elsewhere);
  expect(foreign.code).toBe(1);
  const unknown = await runShoutloop(runtime, ["status", "--workspace", "nowhere"]);
  expect(unknown.err).toContain("There is no workspace nowhere");
});

test("speaks the language asked for", async () => {
  const runtime = await testRuntime();
  const said = await runShoutloop(runtime, ["post", "list", "--lang", "nl"]);
  expect(said.err).toContain("Er is nog geen werkruimte");
  const help = await runShoutloop(runtime, ["--lang=nl", "--help"]);
  expect(help).toMatchObject({ code: 0 });
  expect(help.out).toContain("vanaf de opdrachtregel");
});

test("says of a command it does not know that it does not know it", async () => {
  const runtime = await testRuntime();
  const said = await runShoutloop(runtime, ["frobnicate"]);
  expect(said).toMatchObject({ code: 1, out: "" });
  expect(said.err).toContain("frobnicate");
});
