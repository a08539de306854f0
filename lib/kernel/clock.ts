/** Source of the current time. Tests replace it. */
export interface Clock {
  now(): Date;
}

// oxlint-disable-next-line no-restricted-globals -- the one place that reads the machine's clock
export const systemClock: Clock = { now: () => new Date() };
