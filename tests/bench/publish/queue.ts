/** One thing to do at one instant. */
export interface Job {
  readonly id: string;
  readonly dueAt: Date;
}

/** A queue as the bench drives it: each does the same work through its own bulk calls. */
export interface Queue {
  /** Whatever has to be there before so many jobs can be scheduled; not measured. */
  prepare?(jobs: number): Promise<void>;
  /** Durable when it resolves. */
  schedule(jobs: readonly Job[]): Promise<void>;
  /** Starts working; `started` hears of every job in the moment its work begins, and the job is done when that resolves. */
  work(started: (id: string) => Promise<void> | void): Promise<void>;
  /** Jobs that are not yet recorded as done. */
  remaining(): Promise<number>;
  stop(): Promise<void>;
}

/** `tuned`: with the batches and concurrency that its own documents recommend for bulk work. */
export type Settings = "as-shipped" | "tuned";

export type OpenQueue = (url: string, settings: Settings) => Promise<Queue>;
