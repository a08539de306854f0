import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { fastNow, pause, realMs, type FastTime } from "../fast-time.ts";
import { keyOf, type NetworkPoint } from "../points.ts";
import { draw } from "../random.ts";
import {
  bodyOf,
  hungUp,
  reset,
  send,
  sendHalf,
  sendPage,
  startHalf,
  type Answer,
} from "./answer.ts";
import { Rules, type Arrived, type Decision } from "./arrive.ts";
import type { PublishFault, ReadFault, Weather } from "./faults.ts";
import { longestProcessingMs, type Kind } from "./kinds.ts";
import { limited } from "./limits.ts";
import { Truth, type RemotePost } from "./truth.ts";

export interface NetworkOptions {
  readonly seed: number;
  readonly time: FastTime;
  readonly timeoutMs: number;
  readonly weather: Weather;
  /** Told whenever a request passes a point; resolves to false where nothing more may happen to it. */
  readonly passes: (point: NetworkPoint, worker: number, key: string) => Promise<boolean>;
  /** Whether that worker gets no more than half of this answer. */
  readonly halves: (worker: number, key: string) => boolean;
}

interface Asked {
  readonly kind: Kind;
  readonly account: string;
  readonly worker: number;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly what: string;
  readonly id: string;
  readonly url: URL;
}

/** Six networks, one of each class, at one address, with faults and a memory that is the truth. */
export class Networks {
  readonly truth = new Truth();
  readonly requests = { publish: 0, read: 0, tooEarly: 0 };
  readonly #options: NetworkOptions;
  readonly #rules: Rules;
  readonly #server: Server;
  readonly #turns = new Map<string, number>();
  readonly #limitedUntil = new Map<string, number>();
  readonly #tokens = new Map<string, number>();
  readonly #slowTokens = new Set<string>();
  /** Accepted requests that are still being worked on. */
  late = 0;

  constructor(options: NetworkOptions) {
    this.#options = options;
    this.#rules = new Rules(this.truth, options.seed);
    this.#server = createServer((request, response) => {
      request.on("error", () => {});
      response.on("error", () => {});
      this.#serve(request, response).catch(() => reset(request));
    });
    this.#server.keepAliveTimeout = 1;
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

  #now = (): number => fastNow(this.#options.time);

  #wait(fastMs: number): Promise<void> {
    return pause(realMs(this.#options.time, fastMs));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://networks");
    const [, kind = "", account = "", what = "", id = ""] = url.pathname.split("/");
    const worker = Number(request.headers["x-worker"] ?? -1);
    const asked = { kind: kind as Kind, account, worker, request, response, what, id, url };
    if (what === "token") return this.#renew(asked);
    if (this.#refuseAtTheDoor(asked)) return;
    const { method } = request;
    if (method === "GET") return this.#read(asked);
    const body = await bodyOf(request);
    const text = String(body["text"] ?? "");
    const replyTo = typeof body["replyTo"] === "string" ? body["replyTo"] : null;
    if (what === "containers" && !id)
      return this.#makeContainer(asked, { kind: asked.kind, account, text, replyTo });
    const made = what === "containers" ? this.#rules.containerOf(id)?.arrived : undefined;
    const key = id || String(request.headers["idempotency-key"] ?? "");
    return this.#publish(asked, made ?? { kind: asked.kind, account, text, replyTo, key });
  }

  #refuseAtTheDoor({ kind, account, request, response }: Asked): boolean {
    const version = Number(String(request.headers["authorization"]).split(" ")[1]);
    if (version < (this.#tokens.get(account) ?? 1)) {
      send(response, { status: 401, body: { error: "expired" } });
      return true;
    }
    const until = this.#limitedUntil.get(account) ?? 0;
    if (until <= this.#now()) return false;
    this.requests.tooEarly += 1;
    send(response, limited(kind, until, this.#now()));
    return true;
  }

  async #renew({ account, response }: Asked): Promise<void> {
    if (this.#slowTokens.delete(account)) await this.#wait(3 * this.#options.timeoutMs);
    send(response, { status: 200, body: { token: this.#tokens.get(account) ?? 1 } });
  }

  #turn(what: string, key: string): number {
    const turn = (this.#turns.get(`${what}|${key}`) ?? 0) + 1;
    this.#turns.set(`${what}|${key}`, turn);
    return turn;
  }

  #makeContainer(asked: Asked, arrived: Omit<Arrived, "key">): void {
    const key = keyOf(arrived.account, arrived.text);
    const fault = this.#options.weather.read(key, this.#turn("make", key));
    const answer = { status: 201, body: { id: this.#rules.makeContainer(arrived) } };
    void this.#answerRead(asked, answer, fault);
  }

  async #publish(asked: Asked, arrived: Arrived): Promise<void> {
    const key = keyOf(arrived.account, arrived.text);
    const { weather, passes } = this.#options;
    this.requests.publish += 1;
    const fault = weather.publish(arrived.kind, key, this.#turn("publish", key));
    if (!(await passes("request-received", asked.worker, key))) return reset(asked.request);
    if (await this.#stoppedBefore(asked, fault)) return;
    if (weather.refuses(key))
      return send(asked.response, { status: 422, body: { error: "not for us" } });
    const decision = this.#rules.arrive(arrived, this.#now);
    if (decision.kind === "answered") return send(asked.response, decision.answer);
    if (fault === "accepted-late") await this.#workOff(arrived);
    await this.#answerAccepted(asked, decision, key, fault);
  }

  /** True where the request ended without being looked at. */
  async #stoppedBefore(asked: Asked, fault: PublishFault | undefined): Promise<boolean> {
    const { kind, account, request, response } = asked;
    switch (fault) {
      case "reset-before":
        reset(request);
        return true;
      case "error-before":
        send(response, { status: 500, body: { error: "oops" } });
        return true;
      case "hang":
        await hungUp(request);
        return true;
      case "limited": {
        const until = this.#now() + 10_000;
        this.#limitedUntil.set(account, until);
        send(response, limited(kind, until, this.#now()));
        return true;
      }
      case "expired":
      case "expired-and-slow":
        this.#tokens.set(account, (this.#tokens.get(account) ?? 1) + 1);
        if (fault === "expired-and-slow") this.#slowTokens.add(account);
        send(response, { status: 401, body: { error: "expired" } });
        return true;
      default:
        return false;
    }
  }

  /** Longer than the client waits; beyond the settle time where the class survives that. */
  async #workOff({ kind, account, text }: Arrived): Promise<void> {
    const { seed, timeoutMs } = this.#options;
    const isForgiving = kind === "key" || kind === "own-id" || kind === "container";
    const most = isForgiving ? 3 * longestProcessingMs : longestProcessingMs;
    const least = 1.1 * timeoutMs;
    this.late += 1;
    await this.#wait(least + draw(seed, "late", account, text) * (most - least));
    this.late -= 1;
  }

  async #answerAccepted(
    asked: Asked,
    decision: Extract<Decision, { kind: "accepted" }>,
    key: string,
    fault: PublishFault | undefined,
  ): Promise<void> {
    const answer = { status: 201, body: shown(decision.accept()) };
    const { passes, halves } = this.#options;
    if (!(await passes("request-accepted", asked.worker, key))) return;
    if (halves(asked.worker, key)) {
      startHalf(asked.response, answer);
      if (!(await passes("answer-half-sent", asked.worker, key))) return;
    }
    await this.#answerThrough(asked, answer, fault);
  }

  async #answerThrough(
    { request, response }: Asked,
    answer: Answer,
    fault: PublishFault | undefined,
  ): Promise<void> {
    switch (fault) {
      case "reset-after":
        return reset(request);
      case "error-after":
        return send(response, { status: 500, body: { error: "oops" } });
      case "gateway-timeout-after":
        return send(response, { status: 504, body: { error: "gateway timeout" } });
      case "truncated-after":
        return sendHalf(response, answer);
      case "page-after":
        return sendPage(response);
      case "slow-body":
        startHalf(response, answer);
        await this.#wait(0.5 * this.#options.timeoutMs);
        if (!response.destroyed) response.end(restOf(answer));
        return;
      case "endless-body":
        startHalf(response, answer);
        await hungUp(request);
        return;
      default:
        return send(response, answer);
    }
  }

  async #read(asked: Asked): Promise<void> {
    const { kind, account, request, what, id, url } = asked;
    this.requests.read += 1;
    const key = `${account}|${String(request.headers["x-about"])}`;
    const fault = this.#options.weather.read(key, this.#turn("read", key));
    if (what === "containers") {
      const container = this.#rules.containerOf(id);
      const post = container?.post && shown(container.post);
      const body = { status: post ? "PUBLISHED" : "FINISHED", post: post ?? null };
      return this.#answerRead(asked, { status: 200, body }, fault);
    }
    if (id) {
      const post = this.truth.find(id);
      const found = { status: 200, body: post ? shown(post) : {} };
      const missing = { status: 404, body: { error: "not found" } };
      return this.#answerRead(asked, post ? found : missing, fault);
    }
    if (kind === "refusal-only")
      return send(asked.response, { status: 403, body: { error: "no listings here" } });
    const listing = this.#page(account, url.searchParams.get("before"));
    return this.#answerRead(asked, { status: 200, body: listing }, fault);
  }

  #page(account: string, before: string | null): object {
    const all = this.truth.listed(account, this.#now());
    const from = before ? all.findIndex((post) => post.id === before) + 1 : 0;
    const posts = all.slice(from, from + pageSize).map(shown);
    return { posts, hasMore: from + pageSize < all.length };
  }

  async #answerRead(asked: Asked, answer: Answer, fault: ReadFault | undefined): Promise<void> {
    const { kind, account, request, response } = asked;
    switch (fault) {
      case "unavailable":
        return send(response, { status: 503, body: { error: "try again" } });
      case "reset":
        return reset(request);
      case "truncated":
        return sendHalf(response, answer);
      case "limited": {
        const until = this.#now() + 5_000;
        this.#limitedUntil.set(account, until);
        return send(response, limited(kind, until, this.#now()));
      }
      case "slow":
        await this.#wait(1.2 * this.#options.timeoutMs);
        return send(response, answer);
      default:
        return send(response, answer);
    }
  }
}

const pageSize = 30;

function shown({ id, text, at }: RemotePost): { id: string; text: string; at: string } {
  return { id, text, at: new Date(at).toISOString() };
}

function restOf({ body }: Answer): string {
  const text = JSON.stringify(body);
  return text.slice(Math.ceil(text.length / 2));
}
