import { onTestFinished, expect, test } from "vitest";

import { finishSignIn } from "#lib/accounts/finish-sign-in";
import { markNeedsReconnect } from "#lib/accounts/mark-account";
import { findAccount } from "#lib/accounts/repository";
import { listHistory } from "#lib/events/repository";
import type { Context, Runtime } from "#lib/kernel/context";
import { listWorkspaceIds } from "#lib/workspaces/list-workspace-ids";

import { startMastodonServer } from "../networks/mastodon/server.ts";
import { testRuntime } from "../support/context.ts";
import { runShoutloop } from "./run-shoutloop.ts";

const owner =
  "user create --email ada@example.org --name Ada --workspace-name Noorderwol --time-zone Europe/Amsterdam --password".split(
    " ",
  );

test("says where to sign in, and connects with the address that the browser ended at", async () => {
  const { runtime, server, run } = await aShop();
  const begun = await run("connect", "mastodon", "--server", server.url, "--no-wait", "--json");
  const { url }: { url: string } = begun.json();
  expect(url).toContain(`${server.url}/oauth/authorize?`);
  expect(url).toContain(encodeURIComponent("http://127.0.0.1:3000/api/connect/callback"));
  const back = await server.authorize(url, server.join("Noorderwol"));
  const done = await run("connect", "mastodon", "--finish", back, "--json");
  expect(done.json()).toMatchObject({ network: "mastodon", state: "active" });
  expect(done.out).not.toMatch(/token|secret/i);
  const twice = await run("connect", "mastodon", "--finish", back);
  expect(twice).toMatchObject({ code: 1, out: "" });
  expect(twice.err).toContain("used already");
  expect(await typesOf(runtime, done.json())).toEqual(["account.connected"]);
});

test("waits until somebody is back at the server in a browser", async () => {
  const { runtime, server, run, workspaceId } = await aShop();
  const said: string[] = [];
  const running = run.saying(
    (line) => said.push(line),
    "connect",
    "mastodon",
    "--server",
    server.url,
    "--json",
  );
  await expect.poll(() => said.join("\n"), { timeout: 10_000 }).toContain("/oauth/authorize");
  const [url = ""] = /http:\S+authorize\S+/.exec(said.join("\n")) ?? [];
  const back = new URL(await server.authorize(url, server.join("Noorderwol")));
  const returned = Object.fromEntries(back.searchParams);
  const manager: Context = { ...runtime, workspaceId, actor: { id: "mo", role: "manager" } };
  await finishSignIn(manager, { state: returned["state"] ?? "", returned });
  expect((await running).json()).toMatchObject({ network: "mastodon", state: "active" });
});

test("a no at the network ends the waiting with a sentence", async () => {
  const { server, run } = await aShop();
  const begun = await run("connect", "mastodon", "--server", server.url, "--no-wait", "--json");
  const { url }: { url: string } = begun.json();
  const back = await server.authorize(url, server.join("Noorderwol"), "deny");
  const said = await run("connect", "mastodon", "--finish", back);
  expect(said).toMatchObject({ code: 1 });
  expect(said.err).toContain("You said no at Mastodon");
});

test.each([
  [["connect", "mastodon", "--finish", "http://127.0.0.1:3000/"], "holds no answer"],
  [["connect", "mastodon"], "Fill in server"],
  [["connect", "mastodon", "--server", "http://127.0.0.1:1", "--no-wait"], "did not answer"],
  [["reconnect", "nobody"], "no connected account nobody"],
])("account %j ends with a sentence", async (args, sentence) => {
  const { run } = await aShop();
  const said = await run(...args);
  expect(said).toMatchObject({ code: 1, out: "" });
  expect(said.err).toContain(sentence);
});

test("signs an account in again, and no other one; a check says that it is good", async () => {
  const { runtime, server, run, workspaceId } = await aShop();
  const [brand, other] = [server.join("Noorderwol"), server.join("Other")];
  const begun: { url: string } = (
    await run("connect", "mastodon", "--server", server.url, "--no-wait", "--json")
  ).json();
  const back = await server.authorize(begun.url, brand);
  const account: { id: string; handle: string } = (
    await run("connect", "mastodon", "--finish", back, "--json")
  ).json();
  const row = await findAccount(runtime.db, workspaceId, account.id);
  await markNeedsReconnect(runtime, row, "revoked");

  const wrong: { url: string } = (
    await run("reconnect", account.handle, "--no-wait", "--json")
  ).json();
  const said = await run(
    "reconnect",
    account.handle,
    "--finish",
    await server.authorize(wrong.url, other),
  );
  expect(said.err).toContain(`this is about ${account.handle}`);
  const right: { url: string } = (await run("reconnect", account.id, "--no-wait", "--json")).json();
  const again = await run(
    "reconnect",
    account.id,
    "--finish",
    await server.authorize(right.url, brand),
    "--json",
  );
  expect(again.json()).toMatchObject({ id: account.id, state: "active" });
  const checked = await run("check", account.handle);
  expect(checked.out).toContain("✓");
  expect(checked.out).toContain("accepts the sign-in");
  expect((await run("check", account.handle, "--json")).json()).toMatchObject({
    id: account.id,
    findings: expect.arrayContaining([
      expect.objectContaining({ code: "sign-in-good", sentence: "Mastodon accepts the sign-in." }),
    ]),
  });
  server.faults.add("error-before", "GET /api/v1/accounts/verify_credentials");
  const failed = await run("check", account.handle);
  expect(failed.code).toBe(1);
  expect(failed.out).toMatch(/^! .*did not answer/);
});

async function aShop() {
  const runtime = await testRuntime();
  const server = await startMastodonServer();
  onTestFinished(server.stop);
  await runShoutloop(runtime, [...owner, "correct horse battery"]);
  const [workspaceId = ""] = await listWorkspaceIds(runtime);
  const run = (...args: string[]) => runShoutloop(runtime, ["account", ...args]);
  const saying = (complain: (line: string) => void, ...args: string[]) =>
    runShoutloop(runtime, ["account", ...args], { complain });
  return { runtime, server, workspaceId, run: Object.assign(run, { saying }) };
}

async function typesOf(runtime: Runtime, { id }: { id: string }) {
  const [workspaceId = ""] = await listWorkspaceIds(runtime);
  return (await listHistory(runtime.db, workspaceId, id)).map(({ type }) => type);
}
