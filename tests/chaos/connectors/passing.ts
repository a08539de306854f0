import type { OwnPoint } from "../points.ts";

/** How a connector tells that a delivery of its account passes a point; it resolves when it may go on. */
export type Passing = (point: OwnPoint, delivery: Passer) => Promise<void>;

export interface Passer {
  /** The delivery's own id in the store. */
  readonly id: string;
  readonly account: string;
  readonly text: string;
}

/** What a chaos connector needs beside a session. */
export interface Place {
  readonly origin: string;
  readonly worker: number;
  readonly speed: number;
  readonly timeoutMs: number;
  readonly passing: Passing;
}
