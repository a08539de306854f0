import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { textOf } from "../text-of.ts";
import { bodyOf, reset } from "./answer.ts";
import { Rules, type Arrived } from "./arrive.ts";
import { askedOf, NetworkClock, type Asked, type NetworkOptions } from "./asked.ts";
import { Entrance } from "./entrance.ts";
import { isRelative } from "./kinds.ts";
import { Publishing } from "./publishing.ts";
import { Reading } from "./reading.ts";
import { contentOfStatus } from "./relatives.ts";
import { Truth } from "./truth.ts";

/** A network of each class, at one address, with faults and a memory that is the truth. */
export class Networks {
  readonly truth = new Truth();
  readonly #options: NetworkOptions;
  readonly #clock: NetworkClock;
  readonly #rules: Rules;
  readonly #entrance: Entrance;
  readonly #publishing: Publishing;
  readonly #reading: Reading;
  readonly #server: Server;

  constructor(options: NetworkOptions) {
    const clock = new NetworkClock(options.time);
    this.#options = options;
    this.#clock = clock;
    this.#rules = new Rules(this.truth, options.seed);
    this.#entrance = new Entrance(clock);
    this.#publishing = new Publishing(options, clock, this.#rules, this.#entrance);
    this.#reading = new Reading(options, clock, this.#rules, this.#entrance);
    this.#server = createServer((request, response) => {
      request.on("error", () => {});
      response.on("error", () => {});
      this.#serve(askedOf(request, response)).catch(() => reset(request));
    });
    this.#server.keepAliveTimeout = 1;
  }

  /** Whether a request may still be accepted that nobody waits for any more. */
  isBusy(): boolean {
    return this.#publishing.late > 0;
  }

  requests(): { publish: number; read: number; tooEarly: number } {
    const { tooEarly } = this.#entrance;
    return { publish: this.#publishing.count, read: this.#reading.count, tooEarly };
  }

  async start(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }

  async #serve(asked: Asked): Promise<void> {
    const { kind, what, id, request, response } = asked;
    // Its own clock, which is fast.
    response.setHeader("date", new Date(this.#clock.now()).toUTCString());
    if (what === "token") return this.#entrance.renew(asked, 3 * this.#options.timeoutMs);
    if (this.#entrance.turnsAway(asked)) return;
    if (request.method === "GET") return this.#reading.read(asked);
    const body = await bodyOf(request);
    if (isRelative(kind))
      return this.#publishing.publish(asked, { ...contentOfStatus(asked, body), key: "" });
    if (what === "containers" && !id)
      return this.#reading.makeContainer(asked, contentOf(asked, body));
    return this.#publishing.publish(asked, this.#arrivedOf(asked, body));
  }

  /** A container was told its content when it was made. */
  #arrivedOf(asked: Asked, body: Record<string, unknown>): Arrived {
    const made =
      asked.what === "containers" ? this.#rules.containerOf(asked.id)?.arrived : undefined;
    const key = asked.id || textOf(asked.request.headers["idempotency-key"]);
    return made ?? { ...contentOf(asked, body), key };
  }
}

function contentOf(
  { kind, account }: Asked,
  { text, replyTo }: Record<string, unknown>,
): Omit<Arrived, "key"> {
  return { kind, account, text: textOf(text), replyTo: textOf(replyTo) || null };
}
