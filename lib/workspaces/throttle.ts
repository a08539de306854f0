import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

import type { Runtime } from "../kernel/context.ts";

const quarter = 15 * 60;

/**
 * Guesses at passwords and codes. Counted in this process only: every web process of a scale-out allows as
 * many again, and a restart forgets, which argon2's cost makes bearable.
 */
function newCounters() {
  const counter = (points: number) => new RateLimiterMemory({ points, duration: quarter });
  return {
    fromAddress: counter(50),
    /** One address at one account: a stranger uses up their own tries and nobody else's. */
    fromAddressAtAccount: counter(10),
    /** From everywhere together, for guesses from many addresses. */
    atAccount: counter(100),
    /** A browser that has been signed in before is counted by itself, whatever strangers do. */
    fromKnownBrowser: counter(10),
    /** What somebody who is signed in proves or types: their password, a network's. */
    byUser: counter(10),
    /** Links and set-up of people whom nobody knows. */
    byVisitor: counter(30),
  };
}

type Counting = Pick<Runtime, "secrets">;

const counters = new WeakMap<Runtime["secrets"], ReturnType<typeof newCounters>>();

/** Those of one installation. */
function countersOf({ secrets }: Counting) {
  const known = counters.get(secrets) ?? newCounters();
  counters.set(secrets, known);
  return known;
}

export interface SignInTry {
  /** The e-mail address that was typed. */
  readonly name: string;
  readonly address: string;
  readonly knownBrowser: string | undefined;
}

/** Counts a try and says how many milliseconds to wait before it may be made; 0 is now. */
export async function countSignIn(
  counting: Counting,
  { name, address, knownBrowser }: SignInTry,
): Promise<number> {
  const signIns = countersOf(counting);
  if (knownBrowser) return take(signIns.fromKnownBrowser, `${name} ${knownBrowser}`);
  // Whoever is refused by one is not counted by the next: one address cannot use up an account's tries.
  return (
    (await take(signIns.fromAddress, address)) ||
    (await take(signIns.fromAddressAtAccount, `${name} ${address}`)) ||
    (await take(signIns.atAccount, name))
  );
}

export async function forgiveSignIn(
  counting: Counting,
  { name, address, knownBrowser }: SignInTry,
): Promise<void> {
  const signIns = countersOf(counting);
  if (knownBrowser) {
    await signIns.fromKnownBrowser.delete(`${name} ${knownBrowser}`);
    return;
  }
  await signIns.fromAddress.reward(address, 1);
  await signIns.fromAddressAtAccount.delete(`${name} ${address}`);
  await signIns.atAccount.reward(name, 1);
}

/** As `countSignIn`, for one purpose of one user. */
export async function countByUser(
  counting: Counting,
  purpose: string,
  userId: string,
): Promise<number> {
  return take(countersOf(counting).byUser, `${purpose} ${userId}`);
}

export async function forgiveUser(
  counting: Counting,
  purpose: string,
  userId: string,
): Promise<void> {
  await countersOf(counting).byUser.delete(`${purpose} ${userId}`);
}

/** As `countSignIn`, for whoever is at `address`. */
export async function countByVisitor(
  counting: Counting,
  purpose: string,
  address: string,
): Promise<number> {
  return take(countersOf(counting).byVisitor, `${purpose} ${address}`);
}

export async function forgiveVisitor(
  counting: Counting,
  purpose: string,
  address: string,
): Promise<void> {
  await countersOf(counting).byVisitor.reward(`${purpose} ${address}`, 1);
}

/** For a sentence that says when to try again. */
export function minutesOf(waitMs: number): { minutes: number } {
  return { minutes: Math.ceil(waitMs / 60_000) };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return Math.max(rejection.msBeforeNext, 1);
    throw rejection;
  }
}
