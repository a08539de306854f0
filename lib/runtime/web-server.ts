import { createServer } from "node:http";
import { isIP } from "node:net";

import next from "next";

import type { Runtime } from "../kernel/context.ts";
import type { Environment } from "./environment.ts";
import { guardRequests, type Handler } from "./guard-requests.ts";
import { quietRefusedCalls } from "./quiet-refused-calls.ts";
import { refuseRequest } from "./refuse-request.ts";
import type { Stoppable } from "./stop-on-signal.ts";

export interface WebServer extends Stoppable {
  /** Starts to serve pages. Until then every request is answered with "starting". */
  serve(runtime: Runtime): Promise<void>;
}

/** Listens on the port at once, so that a port in use is reported before anything else happens. */
export async function openWebServer(
  env: Environment,
  { isDevelopment }: { isDevelopment: boolean },
): Promise<WebServer> {
  let handler: Handler = (request, response) => refuseRequest(request, response, "starting");
  const server = createServer(
    {
      headersTimeout: 20_000,
      requestTimeout: 330_000,
      // No other protocol is supported (except by Next in development), so requests to upgrade get the normal
      // answer.
      shouldUpgradeCallback: () => isDevelopment,
    },
    (request, response) => void handler(request, response),
  );
  // Without this listener Node would request the body of a request with `Expect` before its size is checked.
  server.on("checkContinue", (request, response) => void handler(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(env.port, env.host, resolve);
  });
  process.env["__NEXT_PRIVATE_ORIGIN"] = ownAddress(env);
  const pages = next({
    dev: isDevelopment,
    hostname: env.host,
    port: env.port,
    httpServer: server,
  });

  return {
    async serve(runtime) {
      await pages.prepare();
      quietRefusedCalls();
      handler = guardRequests(pages.getRequestHandler(), env, runtime, isDevelopment);
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 1_000).unref();
      await closed;
    },
  };
}

/** Returns the address at which Next fetches the page that an action redirects to: this server itself. */
function ownAddress({ host, port }: Pick<Environment, "host" | "port">): string {
  const isEverywhere = host === "0.0.0.0" || host === "::";
  const name = isEverywhere ? "127.0.0.1" : host;
  return `http://${isIP(name) === 6 ? `[${name}]` : name}:${port}`;
}
