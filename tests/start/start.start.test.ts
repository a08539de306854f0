import { createServer } from "node:net";

import { expect, onTestFinished, test } from "vitest";

import { startPostgres } from "../support/postgres-server.ts";
import { launch, somewhere } from "./product.ts";

const second = 1_000;

test("starts, serves, answers the command line, refuses a second one, and stops at once", async () => {
  const { address, env, port } = await somewhere();
  const product = launch(["start"], env);
  await product.says(`Shoutloop is ready: http://localhost:${port}`);
  expect(product.said()).toContain("There is no account yet");

  const health = await fetch(`${address}/api/health`);
  expect(await health.json()).toEqual({ status: "ok", database: "sqlite", isSetUp: false });
  expect(health.headers.get("x-content-type-options")).toBe("nosniff");
  expect(health.headers.has("x-powered-by")).toBe(false);

  const owner = [
    "--email",
    "ada@example.org",
    "--name",
    "Ada",
    "--password",
    "correct horse battery",
  ];
  const command = launch(["shoutloop", "user", "create", ...owner, "--json"], env);
  expect(await command.ended).toBe(0);
  // Nothing but the command's own answer.
  expect(JSON.parse(command.said())).toMatchObject({ slug: "ada" });
  expect(await (await fetch(`${address}/api/health`)).json()).toMatchObject({ isSetUp: true });

  const other = await somewhere();
  const rival = launch(["start"], { ...env, PORT: String(other.port) });
  expect(await rival.ended).toBe(1);
  expect(rival.said()).toContain("already working on this database file");

  const asked = performance.now();
  product.child.kill("SIGINT");
  expect(await product.ended).toBe(0);
  expect(performance.now() - asked).toBeLessThan(5 * second);
  await expect(fetch(`${address}/api/health`)).rejects.toThrow("fetch failed");

  const before = performance.now();
  const again = launch(["start"], env);
  await again.says("Shoutloop is ready");
  expect(performance.now() - before).toBeLessThan(10 * second);
  expect(again.said()).not.toContain("There is no account yet");
});

test("every page has a policy with a nonce of its own, which its scripts carry", async () => {
  const { address, env } = await somewhere();
  await launch(["start"], env).says("Shoutloop is ready");
  const nonces = new Set<string>();
  for (const _visit of [1, 2]) {
    const page = await fetch(`${address}/sign-in`);
    const policy = page.headers.get("content-security-policy") ?? "";
    const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1] ?? "";
    nonces.add(nonce);
    const scripts = (await page.text()).match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(2);

  const foreign = await fetch(`${address}/`, {
    method: "POST",
    headers: { cookie: "a=b", origin: "https://evil.example" },
  });
  expect(foreign.status).toBe(403);
});

test("a wrong setting, a port in use and a worker on SQLite are refused in one sentence", async () => {
  const { env, port } = await somewhere();
  const wrong = launch(["start"], { ...env, PORT: "eighty" });
  expect(await wrong.ended).toBe(1);
  expect(wrong.said().trim()).toBe('PORT is "eighty", but must be a number from 1 to 65535.');

  const taken = createServer().listen(port, "127.0.0.1");
  const late = launch(["start"], env);
  expect(await late.ended).toBe(1);
  expect(late.said().trim()).toContain(`Port ${port} is already in use`);
  taken.close();

  const worker = launch(["worker"], env);
  expect(await worker.ended).toBe(1);
  expect(worker.said().trim()).toMatch(/^A separate worker needs PostgreSQL/);

  const unreachable = { ...env, DATABASE_URL: "postgres://shoutloop@127.0.0.1:1/shoutloop" };
  const lost = launch(["start"], unreachable);
  expect(await lost.ended).toBe(1);
  expect(lost.said().trim()).toMatch(/^The database does not answer/);
});

test("on PostgreSQL any number of workers and web servers share one database", async () => {
  const server = await startPostgres();
  onTestFinished(server.stop);
  await server.createDatabase("shoutloop");
  const { env, address } = await somewhere();
  const secret = "one secret for all of them, thirty-two or more";
  const shared = { ...env, DATABASE_URL: server.urlOf("shoutloop"), SHOUTLOOP_SECRET: secret };
  const web = launch(["start"], shared);
  await web.says("Shoutloop is ready");
  expect(web.said()).not.toContain("postgres:postgres@");
  const health = await fetch(`${address}/api/health`);
  expect(await health.json()).toMatchObject({ database: "postgres" });
  const worker = launch(["worker"], shared);
  await worker.says("A worker is running");
  for (const process of [worker, web]) {
    process.child.kill("SIGTERM");
    expect(await process.ended).toBe(0);
  }
});

test("stops when the launcher is killed, so that nothing is left behind", async () => {
  const { address, env } = await somewhere();
  const product = launch(["start"], env);
  await product.says("Shoutloop is ready");
  product.child.kill("SIGKILL");
  await expect
    .poll(
      async () =>
        fetch(`${address}/api/health`).then(
          () => "up",
          () => "down",
        ),
      { timeout: 5 * second },
    )
    .toBe("down");
});
