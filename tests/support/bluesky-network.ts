import { spawn, type ChildProcess } from "node:child_process";
import { createHmac } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { createActor, type BlueskyActor } from "./bluesky-actor.ts";

export interface BlueskyNetwork {
  /** Where accounts live: `http://localhost:…`. */
  readonly pds: string;
  /** For `withStandIns`: the servers that the protocol names, replaced by these. */
  readonly standIns: string;
  /** A new account; its handle is made from `name` and unlike any other's. */
  readonly join: (name: string) => Promise<BlueskyActor>;
  /** The same token, run out a minute ago. */
  readonly expire: (accessJwt: string) => string;
  /** Resolves once everything that was written so far can be collected. */
  readonly settle: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const folder = join(import.meta.dirname, "..", "bluesky-network");

export const isBlueskyNetworkInstalled = existsSync(join(folder, "node_modules"));

/** Starts the real servers in a process of their own (about ten seconds). `standIn`: an origin of the public web that they find at another, `https://it.org=http://…`. */
export async function startBlueskyNetwork({ standIn = "" } = {}): Promise<BlueskyNetwork> {
  const server = spawn(process.execPath, [join(folder, "start.js")], {
    cwd: folder,
    // The channel closes with this process, and the servers end with it.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, NODE_ENV: "development", LOG_ENABLED: "false", STAND_INS: standIn },
  });
  const complaints: string[] = [];
  server.stderr?.on("data", (chunk: Buffer) => complaints.push(chunk.toString()));
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const { pds, directory, appView, jwtSecret } = await Promise.race([
    firstLine(server.stdout),
    ended.then(() => Promise.reject(new Error(`The network ended: ${complaints.join("")}`))),
  ]);
  return {
    pds,
    standIns: `https://plc.directory=${directory},https://public.api.bsky.app=${appView}`,
    join: (name) => createActor(pds, handleName(name), name),
    expire: (accessJwt) => expired(accessJwt, jwtSecret),
    settle: () => settled(server),
    stop: async () => {
      server.kill("SIGTERM");
      await ended;
    },
  };
}

async function settled(server: ChildProcess): Promise<void> {
  count += 1;
  const question = `settled-${count}`;
  await new Promise<void>((resolve) => {
    const listen = (answer: unknown) => {
      if (answer !== question) return;
      server.off("message", listen);
      resolve();
    };
    server.on("message", listen);
    server.send(question);
  });
}

async function firstLine(
  output: NodeJS.ReadableStream | null,
): Promise<{ pds: string; directory: string; appView: string; jwtSecret: string }> {
  if (!output) throw new Error("No output to read.");
  const lines = createInterface({ input: output });
  for await (const line of lines) {
    if (!line.startsWith("{")) continue;
    // A pipe that nobody empties would stop the servers.
    output.resume();
    return JSON.parse(line);
  }
  throw new Error("The network said nothing.");
}

let count = 0;

function handleName(name: string): string {
  count += 1;
  return `${name.toLowerCase().replace(/[^a-z]/g, "")}${process.pid}x${count}`;
}

function expired(jwt: string, secret: string): string {
  const [header = "", payload = ""] = jwt.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
  const past = Math.floor(Date.now() / 1000) - 60;
  const body = Buffer.from(JSON.stringify({ ...claims, iat: past - 7200, exp: past })).toString(
    "base64url",
  );
  const signature = createHmac("sha256", secret).update(`${header}.${body}`).digest("base64url");
  return `${header}.${body}.${signature}`;
}
