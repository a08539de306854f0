import type { Clock } from "#lib/kernel/clock";

/**
 * Time that runs `speed` times as fast, the same in every process: a lease of 92 seconds, a settle
 * time of two minutes and the engine's own constants keep their proportions and pass in seconds.
 */
export interface FastTime {
  readonly epoch: number;
  readonly speed: number;
}

export function fastNow(time: FastTime): number {
  return fastAt(time, Date.now());
}

export function fastAt({ epoch, speed }: FastTime, realAt: number): number {
  return epoch + (realAt - epoch) * speed;
}

export function fastClock(time: FastTime): Clock {
  return { now: () => new Date(Math.floor(fastNow(time))) };
}

/** Real milliseconds that so many fast ones take. */
export function realMs(time: FastTime, fastMs: number): number {
  return fastMs / time.speed;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
