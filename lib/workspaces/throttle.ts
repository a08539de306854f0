import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

import type { Runtime } from "../kernel/context.ts";

const quarter = 15 * 60;

/**
 * Creates counters for guesses at passwords and codes. They are kept in this process only, so each web
 * process allows as many and a restart resets them; the cost of argon2 makes that acceptable.
 */
function newCounters() {
  const counter = (points: number) => new RateLimiterMemory({ points, duration: quarter });
  return {
    fromAddress: counter(50),
    /** Per IP address and user, so that one address cannot use up the attempts of others. */
    fromAddressAtAccount: counter(10),
    /** Per user from all addresses together, against guesses from many addresses. */
    atAccount: counter(100),
    /**
     * A browser that the user has signed in with before has its own counter, so that strangers cannot lock
     * the user out.
     */
    fromKnownBrowser: counter(10),
    /** For signed-in users: entering their own password or a network's. */
    byUser: counter(10),
    /** For visitors who are not signed in: invitation links and the set-up. */
    byVisitor: counter(30),
  };
}

type Counting = Pick<Runtime, "secrets">;

const counters = new WeakMap<Runtime["secrets"], ReturnType<typeof newCounters>>();

/** Returns the counters of one installation, which is identified by its secrets. */
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

/** Counts an attempt. Returns the milliseconds to wait before it is allowed; 0: now. */
export async function countSignIn(
  counting: Counting,
  { name, address, knownBrowser }: SignInTry,
): Promise<number> {
  const signIns = countersOf(counting);
  if (knownBrowser) return take(signIns.fromKnownBrowser, `${name} ${knownBrowser}`);
  // A refused attempt does not count for the later counters, so one IP address cannot use up a user's
  // attempts.
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

/** As `countSignIn`, for one purpose of a signed-in user. */
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

/** As `countSignIn`, for visitors at an IP address. */
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

/** Returns the wait in minutes, rounded up, for a message. */
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
