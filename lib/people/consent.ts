import type { Consent } from "./person.ts";

/** Returns the newest consent of each scope; a scope is absent if it was never asked. */
export function standingConsents(
  consents: readonly Consent[],
): Partial<Record<Consent["scope"], Consent>> {
  const standing: Partial<Record<Consent["scope"], Consent>> = {};
  for (const consent of consents) {
    const known = standing[consent.scope];
    if (!known || isNewer(consent, known)) standing[consent.scope] = consent;
  }
  return standing;
}

/** Ids ascend, so of two consents at the same instant the later one counts. */
function isNewer(one: Consent, other: Consent): boolean {
  const difference = one.at.getTime() - other.at.getTime();
  return difference > 0 || (difference === 0 && one.id > other.id);
}
