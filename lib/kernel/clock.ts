/** Time is an input: code asks for it here and tests set it. */
export interface Clock {
  now(): Date;
}

// oxlint-disable-next-line no-restricted-globals -- the one place that reads the machine's clock
export const systemClock: Clock = { now: () => new Date() };
