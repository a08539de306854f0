import { textOf } from "../text-of.ts";
import { send } from "./answer.ts";
import type { Asked, NetworkClock } from "./asked.ts";
import { limited } from "./limits.ts";

/** Sign-ins and limits: what a network looks at before it reads a request. */
export class Entrance {
  readonly #clock: NetworkClock;
  readonly #limitedUntil = new Map<string, number>();
  readonly #tokens = new Map<string, number>();
  readonly #slow = new Set<string>();
  /** Requests on an account that had been told to wait. */
  tooEarly = 0;

  constructor(clock: NetworkClock) {
    this.#clock = clock;
  }

  /** True where the request has been answered, and not well. */
  turnsAway({ kind, account, request, response }: Asked): boolean {
    const version = Number(textOf(request.headers["authorization"]).split(" ")[1]);
    if (version < this.#token(account)) {
      send(response, { status: 401, body: { error: "expired" } });
      return true;
    }
    const now = this.#clock.now();
    const until = this.#limitedUntil.get(account) ?? 0;
    if (until <= now) return false;
    this.tooEarly += 1;
    send(response, limited(kind, until, now));
    return true;
  }

  limit({ kind, account, response }: Asked, fastMs: number): void {
    const now = this.#clock.now();
    this.#limitedUntil.set(account, now + fastMs);
    send(response, limited(kind, now + fastMs, now));
  }

  /** The sign-in has run out, and renewing it may take longer than anyone waits to publish. */
  expire({ account, response }: Asked, { isSlow }: { isSlow: boolean }): void {
    this.#tokens.set(account, this.#token(account) + 1);
    if (isSlow) this.#slow.add(account);
    send(response, { status: 401, body: { error: "expired" } });
  }

  async renew({ account, response }: Asked, slowMs: number): Promise<void> {
    if (this.#slow.delete(account)) await this.#clock.wait(slowMs);
    send(response, { status: 200, body: { token: this.#token(account) } });
  }

  #token(account: string): number {
    return this.#tokens.get(account) ?? 1;
  }
}
