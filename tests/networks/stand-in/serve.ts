import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A request with its body read. */
export interface Received {
  readonly method: string;
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly bytes: Buffer;
}

/** What came in, for tests to look at. */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingMessage["headers"];
  readonly bytes: Buffer;
}

export interface Served {
  /** `http://127.0.0.1:…` */
  readonly url: string;
  readonly port: number;
  /** In the order in which they came. */
  readonly requests: readonly Recorded[];
  stop(): Promise<void>;
}

/** A server on the loopback address, for a network that is stood in for. An error of its own is its 500, and a complaint. */
export async function serve(
  port: number | undefined,
  answer: (received: Received, response: ServerResponse) => void | Promise<void>,
  complain: (words: string) => void = (words) => process.stderr.write(`${words}\n`),
): Promise<Served> {
  const requests: Recorded[] = [];
  const server = createServer((request, response) => {
    void receive(request)
      .then((received) => {
        const { method, url, bytes } = received;
        const { headers } = request;
        const query = url.search.slice(1);
        requests.push({ method, path: url.pathname, query, headers, bytes });
        return answer(received, response);
      })
      .catch((error: unknown) => {
        complain(`The test server failed: ${String(error)}`);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
  });
  await new Promise<void>((resolve) => server.listen(port ?? 0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    requests,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function receive(request: IncomingMessage): Promise<Received> {
  const { method = "GET", url = "/" } = request;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return { method, url: new URL(url, "http://stand-in"), request, bytes: Buffer.concat(chunks) };
}

/** Presses a button on a network's authorize page; the address that the person is sent back to. */
export async function pressButton(
  address: string,
  pressed: Readonly<Record<string, string>>,
): Promise<string> {
  const { origin, pathname, searchParams } = new URL(address);
  const page = await fetch(address);
  if (page.status !== 200) throw new Error(`The authorize page answered ${await page.text()}`);
  const body = new URLSearchParams([...searchParams, ...Object.entries(pressed)]);
  const answer = await fetch(origin + pathname, { method: "POST", body, redirect: "manual" });
  const location = answer.headers.get("location");
  if (!location) throw new Error(`Nobody was sent back: ${await answer.text()}`);
  return location;
}
