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

/** Claims whenever something may be due and there is room: at the due instant, after any commit, and by a poll that is the truth. */
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

  /** Waits for requests that have left, for at most four seconds; true where none is left behind. */
  async stop(): Promise<boolean> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#breath);
    this.#stopListening();
    await this.#turn;
    await Promise.race([Promise.allSettled(this.#inFlight), pause(stopMs)]);
    return this.#inFlight.size === 0;
  }

  /** False while more may wait than is in flight. */
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

  /** Other people's commits come in bursts. */
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
    // Before the claim looks: what becomes due while it does is the next turn's.
    const now = clock.now();
    for (const work of await step(this.#run, mostInFlight - this.#inFlight.size)) this.#track(work);
    this.#prepareSoon(now);
    await this.#sweep(now);
    // Whatever comes back makes room, and wakes.
    if (!this.hasRoom()) return this.#arm(pollMs);
    const next = await findNextInstant(db, now);
    const ms = next ? next.getTime() - clock.now().getTime() : pollMs;
    // Looks anew on the way there: what was just beyond the last look has to be made ready, too.
    this.#arm(ms > prefetchMs ? ms - prefetchMs : Math.min(ms, prefetchMs / 4));
  }

  /** Several times in the span that it looks ahead, and not at every turn. */
  #prepareSoon(now: Date): void {
    if (Math.abs(now.getTime() - this.#preparedAt) < prefetchMs / 4) return;
    this.#preparedAt = now.getTime();
    prefetchSoon(this.#run);
  }

  /** Whatever was left behind; not at every turn and after what is due, since nothing here is in a hurry. */
  async #sweep(now: Date): Promise<void> {
    // Either way: a clock may be set back by a day.
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
