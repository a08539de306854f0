import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A real server that speaks Mastodon's API and is not Mastodon, where it is installed (Debian: `snac2`). */
export const isSnacInstalled = spawnSync("snac", [], { stdio: "ignore" }).error === undefined;

export interface SnacServer {
  readonly url: string;
  readonly version: string;
  readonly people: Readonly<Record<"wool" | "anna", { readonly password: string }>>;
  /** Signs in on its page; the address that the person is sent back to. */
  authorize(address: string, login: "wool" | "anna"): Promise<string>;
  /** Lets somebody meet a post: people here know only what came to them. */
  meet(login: "wool" | "anna", post: string): void;
  stop(): Promise<void>;
}

export async function startSnac(): Promise<SnacServer> {
  const folder = await mkdtemp(join(tmpdir(), "shoutloop-snac-"));
  const base = join(folder, "data");
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  run(["init", base], `127.0.0.1\n${port}\n${host}\n\n\n\n`);
  const file = join(base, "server.json");
  const settings = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...settings, host, protocol: "http" }));
  const people = { wool: addUser(base, "wool"), anna: addUser(base, "anna") };
  const server = spawn("snac", ["httpd", base], { stdio: "ignore" });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const url = `http://${host}`;
  const version = await versionOf(url);
  return {
    url,
    version,
    people,
    authorize: (address, login) => authorize(address, login, people[login].password),
    meet: (login, post) => void run(["insert", base, login, post], ""),
    async stop() {
      server.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function run(words: readonly string[], input: string): string {
  const { status, stdout, stderr } = spawnSync("snac", words, { input, encoding: "utf8" });
  if (status !== 0) throw new Error(`snac ${words.join(" ")}: ${stdout}${stderr}`);
  return stdout + stderr;
}

function addUser(base: string, name: string): { password: string } {
  const password = /User password is (\S+)/.exec(run(["adduser", base, name], ""))?.[1];
  if (!password) throw new Error("snac gave no password.");
  return { password };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function versionOf(url: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${url}/nodeinfo_2_0`).catch(() => undefined);
    if (answer?.ok)
      return ((await answer.json()) as { software: { version: string } }).software.version;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("snac did not start.");
}

async function authorize(address: string, login: string, password: string): Promise<string> {
  const page = await (await fetch(address)).text();
  const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1] ?? "";
  const hidden = [...page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = "", value = ""]): [string, string] => [name, value],
  );
  const body = new URLSearchParams([...hidden, ["login", login], ["passwd", password]]);
  const answer = await fetch(action, { method: "POST", body, redirect: "manual" });
  const location = answer.headers.get("location");
  if (!location) throw new Error(`Nobody was sent back: ${answer.status} ${await answer.text()}`);
  return location;
}
