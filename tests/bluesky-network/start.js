/**
 * A whole Bluesky network on loopback: identity directory, PDS and AppView, on PostgreSQL from packages alone.
 * Prints one line of JSON when it is ready; stops on SIGTERM, SIGINT, or when the parent goes away.
 */
import { Server } from "node:net";

import { freePort, startPostgres } from "../support/postgres-server.ts";

keepToLoopback();
standIn(process.env.STAND_INS);
const postgres = await startPostgres();
await postgres.createDatabase("atproto");
process.env.DB_POSTGRES_URL = postgres.urlOf("atproto");
// Must be named, is never contacted.
process.env.REDIS_HOST = "127.0.0.1:1";

const { TestNetwork } = await import("@atproto/dev-env");
const [plc, pds, bsky, ozone] = await Promise.all([1, 2, 3, 4].map(freePort));
const network = await TestNetwork.create({
  dbPostgresSchema: "network",
  plc: { port: plc },
  pds: { port: pds, hostname: "localhost", enableDidDocWithSession: true },
  bsky: { port: bsky, publicUrl: `http://localhost:${bsky}` },
  ozone: { port: ozone, dbMaterializedViewRefreshIntervalMs: 600_000 },
});

for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.once(signal, stop);
// Whoever asks is told once the AppView knows everything that was written before.
process.on("message", async (asked) => {
  await network.processAll(20_000);
  // What the last event set going in the background may have begun after that looked.
  await network.bsky.sub.processAll();
  process.send?.(asked);
});
console.log(
  JSON.stringify({
    pds: network.pds.url,
    directory: network.plc.url,
    appView: network.bsky.url,
    jwtSecret: "jwt-secret",
  }),
);

async function stop() {
  // The parent is gone or does not wait: a part that will not close must not keep the rest alive.
  setTimeout(() => process.exit(1), 8_000).unref();
  await network.close().catch(() => {});
  await postgres.stop().catch(() => {});
  process.exit(0);
}

/** The packages' servers listen on every interface of the machine unless told otherwise. */
function keepToLoopback() {
  const listen = Server.prototype.listen;
  Server.prototype.listen = function (...wishes) {
    const [first] = wishes;
    const isPort = typeof first === "number" || /^\d+$/.test(String(first));
    const wish = isPort ? { port: Number(first) } : first;
    if (typeof wish !== "object" || wish === null || !("port" in wish))
      return listen.apply(this, wishes);
    const done = wishes.find((one) => typeof one === "function");
    return listen.call(this, { host: "127.0.0.1", ...wish }, done);
  };
}

/** Who asks people to sign in describes itself on the public web; a test serves that from here: `https://it.org=http://127.0.0.1:1`. */
function standIn(pair) {
  const [from, to] = pair?.split("=") ?? [];
  if (!from || !to) return;
  const fetch = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : `${input}`;
    return url.startsWith(`${from}/`) ? fetch(url.replace(from, to)) : fetch(input, init);
  };
}
