import type { IncomingMessage, ServerResponse } from "node:http";

import type { FastTime } from "../fast-time.ts";
import { fastNow, pause, realMs } from "../fast-time.ts";
import type { NetworkPoint } from "../points.ts";
import { textOf } from "../text-of.ts";
import type { Weather } from "./faults.ts";
import { kinds, type Kind } from "./kinds.ts";

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

/** One request: `/<kind>/<account>/<what>/<id>`. */
export interface Asked {
  readonly kind: Kind;
  readonly account: string;
  readonly what: string;
  readonly id: string;
  /** All that follows the account, and what is asked with it. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Where a listing goes on. */
  readonly before: string | null;
  readonly worker: number;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

export function askedOf(request: IncomingMessage, response: ServerResponse): Asked {
  const url = new URL(request.url ?? "/", "http://networks");
  const [, name, account = "", ...rest] = url.pathname.split("/");
  const [what = "", id = ""] = rest;
  const [path, query] = [rest.join("/"), url.searchParams];
  const kind = kinds.find((one) => one === name);
  if (!kind) throw new Error(`No network is called ${name}.`);
  const before = url.searchParams.get("before");
  const worker = Number(textOf(request.headers["x-worker"]));
  return { kind, account, what, id, path, query, before, worker, request, response };
}

/** The networks' own clock: the same fast time as everyone's. */
export class NetworkClock {
  readonly #time: FastTime;

  constructor(time: FastTime) {
    this.#time = time;
  }

  now = (): number => fastNow(this.#time);

  wait(fastMs: number): Promise<void> {
    return pause(realMs(this.#time, fastMs));
  }
}

/** Which time it is that something is asked. */
export class Turns {
  readonly #turns = new Map<string, number>();

  next(what: string, key: string): number {
    const turn = (this.#turns.get(`${what}|${key}`) ?? 0) + 1;
    this.#turns.set(`${what}|${key}`, turn);
    return turn;
  }
}
