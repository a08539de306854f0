import { keyOf } from "../points.ts";
import { draw } from "../random.ts";
import { hungUp, reset, send, sendHalf, sendPage, startHalf, type Answer } from "./answer.ts";
import type { Arrived, Decision, Rules } from "./arrive.ts";
import { Turns, type Asked, type NetworkClock, type NetworkOptions } from "./asked.ts";
import type { Entrance } from "./entrance.ts";
import { isBefore, type AfterFault, type BeforeFault } from "./faults.ts";
import { isRelative, longestProcessingMs } from "./kinds.ts";
import { shown } from "./shown.ts";

const limitMs = 10_000;

/** The one thing that cannot be taken back, and everything that can go wrong around it. */
export class Publishing {
  readonly #options: NetworkOptions;
  readonly #clock: NetworkClock;
  readonly #rules: Rules;
  readonly #entrance: Entrance;
  readonly #turns = new Turns();
  count = 0;
  /** Requests that are still being worked on. */
  late = 0;

  constructor(options: NetworkOptions, clock: NetworkClock, rules: Rules, entrance: Entrance) {
    this.#options = options;
    this.#clock = clock;
    this.#rules = rules;
    this.#entrance = entrance;
  }

  async publish(asked: Asked, arrived: Arrived): Promise<void> {
    const { weather, passes } = this.#options;
    const key = keyOf(arrived.account, arrived.text);
    this.count += 1;
    const fault = weather.publish(arrived.kind, key, this.#turns.next("publish", key));
    if (!(await passes("request-received", asked.worker, key))) return reset(asked.request);
    if (fault && isBefore(fault)) return this.#failBefore(asked, fault);
    if (weather.refuses(key))
      return send(asked.response, { status: 422, body: { error: "not for us" } });
    const decision = this.#rules.arrive(arrived, this.#clock.now);
    if (decision.kind === "answered") return send(asked.response, decision.answer);
    if (fault === "accepted-late") await this.#workOff(arrived);
    const after = fault === "accepted-late" ? undefined : fault;
    await this.#accept(asked, decision, { key, after });
  }

  async #failBefore(asked: Asked, fault: BeforeFault): Promise<void> {
    switch (fault) {
      case "reset-before":
        return reset(asked.request);
      case "error-before":
        return send(asked.response, { status: 500, body: { error: "oops" } });
      case "hang":
        return hungUp(asked.request);
      case "limited":
        return this.#entrance.limit(asked, limitMs);
      case "expired":
      case "expired-and-slow":
        // A sign-in on Mastodon does not run out.
        if (isRelative(asked.kind)) return reset(asked.request);
        return this.#entrance.expire(asked, { isSlow: fault === "expired-and-slow" });
    }
  }

  /** Longer than the client waits; beyond the settle time where the class survives that. */
  async #workOff({ kind, account, text }: Arrived): Promise<void> {
    const { seed, timeoutMs } = this.#options;
    const isForgiving = kind === "key" || kind === "own-id" || kind === "container";
    const most = isForgiving ? 3 * longestProcessingMs : longestProcessingMs;
    const least = 1.1 * timeoutMs;
    this.late += 1;
    await this.#clock.wait(least + draw(seed, "late", account, text) * (most - least));
    this.late -= 1;
  }

  async #accept(
    asked: Asked,
    { accept }: Extract<Decision, { kind: "accepted" }>,
    { key, after }: { key: string; after: AfterFault | undefined },
  ): Promise<void> {
    const { passes, halves } = this.#options;
    const answer = { status: 201, body: shown(accept()) };
    if (!(await passes("request-accepted", asked.worker, key))) return;
    if (halves(asked.worker, key)) {
      startHalf(asked.response, answer);
      await passes("answer-half-sent", asked.worker, key);
      if (!asked.response.destroyed) asked.response.end(restOf(answer));
    } else await this.#answer(asked, answer, after);
  }

  async #answer(
    { request, response }: Asked,
    answer: Answer,
    fault: AfterFault | undefined,
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
        await this.#clock.wait(0.5 * this.#options.timeoutMs);
        if (!response.destroyed) response.end(restOf(answer));
        return;
      case "endless-body":
        startHalf(response, answer);
        return hungUp(request);
      case undefined:
        return send(response, answer);
    }
  }
}

function restOf({ body }: Answer): string {
  const text = JSON.stringify(body);
  return text.slice(Math.ceil(text.length / 2));
}
