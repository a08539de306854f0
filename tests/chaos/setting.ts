import type { FastTime } from "./fast-time.ts";
import type { Point } from "./points.ts";

/** What a life of a worker is to suffer. Kills and pauses at a moment of time come from outside. */
export type Plan =
  | { readonly kind: "none" }
  /** At the `nth` time that anything passes `point`. */
  | {
      readonly kind: "at";
      readonly point: Point;
      readonly nth: number;
      readonly what: "kill" | "stop";
    }
  /** Once as many as can are at `point`: all of these, but for those that were there in an earlier life. */
  | {
      readonly kind: "together";
      readonly point: Point;
      readonly keys: readonly string[];
    };

/** Everything a worker process is told, as JSON in `CHAOS`. */
export interface WorkerSetting {
  readonly worker: number;
  readonly databaseUrl: string;
  /** Where the networks are: `http://127.0.0.1:…`. */
  readonly origin: string;
  readonly time: FastTime;
  readonly timeoutMs: number;
  readonly seed: number;
  readonly plan: Plan;
  readonly mutant: string | null;
  readonly isNaive: boolean;
}

/** What a worker says on standard output, one JSON object a line. */
export type Said =
  | { readonly kind: "ready" }
  | { readonly kind: "dying" | "stopping"; readonly point: Point; readonly keys: string[] };

/** How many times a worker is killed, and put to sleep for longer than its lease. */
export interface Blows {
  readonly kills: number;
  readonly pauses: number;
}
