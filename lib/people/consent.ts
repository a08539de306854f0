import type { Consent } from "./person.ts";

/** What holds now: the newest line of each scope. `undefined` means nobody asked. */
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

/** Ids count up, so of two lines at the same instant the later written one wins. */
function isNewer(one: Consent, other: Consent): boolean {
  const difference = one.at.getTime() - other.at.getTime();
  return difference > 0 || (difference === 0 && one.id > other.id);
}
