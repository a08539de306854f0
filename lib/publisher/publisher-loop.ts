import { outsideTransaction } from "../db/store.ts";
import { prefetchSoon, prefetchMs } from "./prefetch.ts";
import { step, rescueLeftBehind } from "./publish-due.ts";
import { findNextInstant } from "./readiness-repository.ts";
import { listGone } from "./register-worker.ts";
import type { Run } from "./run.ts";

const mostInFlight = 1_000;
const pollMs = 5_000;
const breathMs = 20;
const againMs = 1_000;
const stopMs = 4_000;

/**
 * Claims deliveries whenever some may be due and there is room: at the next due time, after commits, and at
 * least every five seconds.
 */
export class PublisherLoop {
  readonly #run: Run;
  readonly #inFlight = new Set<Promise<unknown>>();
  readonly #stopListening: () => void;
  #timer: NodeJS.Timeout | undefined;
  #breath: NodeJS.Timeout | undefined;
  #turn: Promise<void> | undefined;
  #sweptAt = 0;
  #preparedAt = 0;
  #isWanted = false;
  #isStopped = false;

  constructor(run: Run) {
    this.#run = run;
    this.#stopListening = run.runtime.onCommit(() => this.#wakeSoon());
    this.#wake();
  }

  /** Waits at most four seconds for deliveries in flight. Returns true if none is left. */
  async stop(): Promise<boolean> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#breath);
    this.#stopListening();
    await this.#turn;
    await Promise.race([Promise.allSettled(this.#inFlight), pause(stopMs)]);
    return this.#inFlight.size === 0;
  }

  /** Whether fewer deliveries than the maximum are in flight. */
  hasRoom(): boolean {
    return this.#inFlight.size < mostInFlight;
  }

  #wake(): void {
    this.#isWanted = true;
    if (this.#isStopped || this.#turn) return;
    this.#turn = outsideTransaction(() => this.#turns()).finally(() => {
      this.#turn = undefined;
      if (this.#isWanted) this.#wake();
    });
  }

  /** Waits a moment, because commits of other processes come in bursts. */
  #wakeSoon(): void {
    this.#breath ??= setTimeout(() => {
      this.#breath = undefined;
      this.#wake();
    }, breathMs);
  }

  async #turns(): Promise<void> {
    while (this.#isWanted && !this.#isStopped) {
      this.#isWanted = false;
      try {
        await this.#takeTurn();
      } catch (error) {
        this.#run.runtime.log.error({ error: String(error) }, "The publisher tries again.");
        this.#arm(againMs);
      }
    }
  }

  async #takeTurn(): Promise<void> {
    const { clock, db } = this.#run.runtime;
    // Read before the claim: whatever becomes due during the claim belongs to the next turn.
    const now = clock.now();
    for (const work of await step(this.#run, mostInFlight - this.#inFlight.size)) this.#track(work);
    this.#prepareSoon(now);
    await this.#sweep(now);
    // A delivery that ends makes room and wakes the loop.
    if (!this.hasRoom()) return this.#arm(pollMs);
    const next = await findNextInstant(db, now);
    const ms = next ? next.getTime() - clock.now().getTime() : pollMs;
    // Wakes before the due time to prepare requests that were just outside of the previous look-ahead.
    this.#arm(ms > prefetchMs ? ms - prefetchMs : Math.min(ms, prefetchMs / 4));
  }

  /** Prepares due requests several times per look-ahead period, but not in every turn. */
  #prepareSoon(now: Date): void {
    if (Math.abs(now.getTime() - this.#preparedAt) < prefetchMs / 4) return;
    this.#preparedAt = now.getTime();
    prefetchSoon(this.#run);
  }

  /** Rescues lost deliveries, at most once a second and after the due ones, because this is not urgent. */
  async #sweep(now: Date): Promise<void> {
    // Compares in both directions, because the clock may have been set back.
    if (Math.abs(now.getTime() - this.#sweptAt) < againMs) return;
    this.#sweptAt = now.getTime();
    const { runtime, workerId } = this.#run;
    await rescueLeftBehind(this.#run, await listGone(runtime, workerId));
  }

  #track(work: Promise<unknown>): void {
    const done = work.finally(() => {
      this.#inFlight.delete(done);
      this.#wake();
    });
    this.#inFlight.add(done);
  }

  #arm(ms: number): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => this.#wake(), Math.min(Math.max(ms, 1), pollMs));
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
