import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

import { draw, pick } from "../random.ts";

/** What becomes of one exchange with the real server. */
type Fault =
  | "cut-before"
  | "cut-after"
  | "half-answer"
  | "bad-gateway-before"
  | "bad-gateway-after"
  | "late";

const faults = [
  ["cut-before", 0.06],
  ["cut-after", 0.08],
  ["half-answer", 0.06],
  ["bad-gateway-before", 0.04],
  ["bad-gateway-after", 0.06],
  ["late", 0.05],
] as const satisfies readonly (readonly [Fault, number])[];

const lateMs = 1_500;
const badGateway =
  "HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\ncontent-length: 7\r\nconnection: close\r\n\r\n<h1>502";

export interface Moments {
  /** All of a request to publish has gone to the server. */
  readonly onRequest: () => void;
  /** Its answer is here and has not been passed on. */
  readonly onAnswer: () => void;
}

/** Stands between the product and a real server, and passes bytes on badly: one connection is one exchange. */
export class BadProxy {
  readonly #server: Server;
  readonly #target: URL;
  readonly #seed: number;
  readonly #moments: Moments;
  readonly counts: Record<string, number> = {};
  #exchanges = 0;

  constructor(target: string, seed: number, moments: Moments) {
    this.#target = new URL(target);
    this.#seed = seed;
    this.#moments = moments;
    this.#server = createServer((client) => void this.#serve(client));
  }

  async start(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.close();
    await once(this.#server, "close");
  }

  async #serve(client: Socket): Promise<void> {
    client.on("error", () => {});
    const request = await wholeRequest(client);
    if (!request) return;
    const isPublishing = request.includes("com.atproto.repo.putRecord");
    const fault = isPublishing ? this.#nextFault() : undefined;
    if (fault) this.counts[fault] = (this.counts[fault] ?? 0) + 1;
    if (fault && isEndedBefore(client, fault)) return;
    if (fault === "late") await new Promise((resolve) => setTimeout(resolve, lateMs));
    const answer = this.#forward(request);
    if (isPublishing) this.#moments.onRequest();
    const bytes = await answer;
    if (isPublishing) this.#moments.onAnswer();
    passOn(client, bytes, fault);
  }

  #nextFault(): Fault | undefined {
    this.#exchanges += 1;
    return pick(draw(this.#seed, "proxy", this.#exchanges), faults);
  }

  /** The exchange with the server goes on whatever becomes of the client. */
  async #forward(request: Buffer): Promise<Buffer> {
    const server = connect(Number(this.#target.port), this.#target.hostname);
    server.on("error", () => {});
    server.write(closing(request));
    const chunks: Buffer[] = [];
    for await (const chunk of server) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
}

function isEndedBefore(client: Socket, fault: Fault): boolean {
  if (fault === "cut-before") client.resetAndDestroy();
  else if (fault === "bad-gateway-before") client.end(badGateway);
  else return false;
  return true;
}

function passOn(client: Socket, answer: Buffer, fault: Fault | undefined): void {
  if (client.destroyed) return;
  if (fault === "cut-after") client.resetAndDestroy();
  else if (fault === "bad-gateway-after") client.end(badGateway);
  else if (fault === "half-answer")
    client.write(answer.subarray(0, Math.floor(answer.length * 0.7)), () =>
      client.resetAndDestroy(),
    );
  else client.end(answer);
}

/** The bytes of one request, undefined where the client went away first. */
async function wholeRequest(client: Socket): Promise<Buffer | undefined> {
  let bytes = Buffer.alloc(0);
  return new Promise((resolve) => {
    client.on("data", (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      const head = bytes.indexOf("\r\n\r\n");
      if (head === -1) return;
      const length = Number(
        /^content-length: *(\d+)/im.exec(bytes.toString("latin1", 0, head))?.[1] ?? 0,
      );
      if (bytes.length >= head + 4 + length) resolve(bytes);
    });
    client.once("close", () => resolve(undefined));
  });
}

/** Asks the server to end the connection after its answer, so that its end is the end of the bytes. */
function closing(request: Buffer): Buffer {
  const head = request.indexOf("\r\n\r\n");
  const lines = request.toString("latin1", 0, head).split("\r\n");
  const kept = lines.filter((line) => !/^connection:/i.test(line));
  return Buffer.concat([
    Buffer.from([...kept, "connection: close", "", ""].join("\r\n"), "latin1"),
    request.subarray(head + 4),
  ]);
}
