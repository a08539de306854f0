import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

const quarter = 15 * 60;

/**
 * Guesses at passwords. Counted in this process only: every web process of a scale-out allows as
 * many again, and a restart forgets, which argon2's cost makes bearable.
 */
const byName = new RateLimiterMemory({ points: 10, duration: quarter });
const byAddress = new RateLimiterMemory({ points: 50, duration: quarter });

/** Counts a try and says how many milliseconds to wait before it may be made; 0 is now. */
export async function attempt(name: string, address: string): Promise<number> {
  const waits = await Promise.all([take(byName, name), take(byAddress, address)]);
  return Math.max(...waits);
}

export async function forgive(name: string, address: string): Promise<void> {
  await Promise.all([byName.delete(name), byAddress.reward(address, 1)]);
}

async function take(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return rejection.msBeforeNext;
    throw rejection;
  }
}
