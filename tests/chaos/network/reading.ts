import { textOf } from "../text-of.ts";
import { reset, send, sendHalf, type Answer } from "./answer.ts";
import type { Arrived, Rules } from "./arrive.ts";
import { Turns, type Asked, type NetworkClock, type NetworkOptions } from "./asked.ts";
import type { Entrance } from "./entrance.ts";
import type { ReadFault } from "./faults.ts";
import { isRelative } from "./kinds.ts";
import { answerOf } from "./relatives.ts";
import { shown } from "./shown.ts";

const pageSize = 30;
const limitMs = 5_000;

/** Everything that changes nothing anyone can see: questions, and containers that are not published. */
export class Reading {
  readonly #options: NetworkOptions;
  readonly #clock: NetworkClock;
  readonly #rules: Rules;
  readonly #entrance: Entrance;
  readonly #turns = new Turns();
  count = 0;

  constructor(options: NetworkOptions, clock: NetworkClock, rules: Rules, entrance: Entrance) {
    this.#options = options;
    this.#clock = clock;
    this.#rules = rules;
    this.#entrance = entrance;
  }

  async read(asked: Asked): Promise<void> {
    this.count += 1;
    await this.#answer(asked, this.#truthFor(asked), this.#fault("read", asked));
  }

  async makeContainer(asked: Asked, arrived: Omit<Arrived, "key">): Promise<void> {
    const answer = { status: 201, body: { id: this.#rules.makeContainer(arrived) } };
    await this.#answer(asked, answer, this.#fault("make", asked));
  }

  #fault(what: string, { account, request }: Asked): ReadFault | undefined {
    const key = `${account}|${textOf(request.headers["x-about"])}`;
    return this.#options.weather.read(key, this.#turns.next(what, key));
  }

  #truthFor(asked: Asked): Answer {
    const { kind, account, what, id, before } = asked;
    if (isRelative(kind)) return answerOf(asked, this.#rules.truth, this.#clock.now());
    if (what === "containers") {
      const post = this.#rules.containerOf(id)?.post;
      const status = post ? "PUBLISHED" : "FINISHED";
      return { status: 200, body: { status, post: post ? shown(post) : null } };
    }
    if (id) {
      const post = this.#rules.truth.find(id);
      return post
        ? { status: 200, body: shown(post) }
        : { status: 404, body: { error: "not found" } };
    }
    if (kind === "refusal-only") return { status: 403, body: { error: "no listings here" } };
    return { status: 200, body: this.#page(account, before) };
  }

  #page(account: string, before: string | null): object {
    const all = this.#rules.truth.listed(account, this.#clock.now());
    const from = before ? all.findIndex((post) => post.id === before) + 1 : 0;
    const posts = all.slice(from, from + pageSize).map(shown);
    return { posts, hasMore: from + pageSize < all.length };
  }

  async #answer(asked: Asked, answer: Answer, fault: ReadFault | undefined): Promise<void> {
    const { request, response } = asked;
    switch (fault) {
      case "unavailable":
        return send(response, { status: 503, body: { error: "try again" } });
      case "reset":
        return reset(request);
      case "truncated":
        return sendHalf(response, answer);
      case "limited":
        return this.#entrance.limit(asked, limitMs);
      case "slow":
        await this.#clock.wait(1.2 * this.#options.timeoutMs);
        return send(response, answer);
      case undefined:
        return send(response, answer);
    }
  }
}
