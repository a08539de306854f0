import { ownRecords, type Identity, type Person } from "#lib/people/person";
import type { MergeSuggestion } from "#lib/people/suggest-merges";

import type { AskedPair, AskedPerson } from "./same-person.tsx";

/** What of a suggestion goes to the browser. `records` is how an entry of our own records is called. */
export function askedPair(
  { person, other, identities, otherIdentities, reasons, confidence }: MergeSuggestion,
  records: string,
): AskedPair {
  return {
    person: askedPerson(person, identities, records),
    other: askedPerson(other, otherIdentities, records),
    reasons,
    confidence,
  };
}

function askedPerson(
  { id, displayName: name, version }: Person,
  identities: readonly Identity[],
  records: string,
): AskedPerson {
  const handles = identities.map(({ network, handle }) =>
    network === ownRecords ? records : `@${handle} (${network})`,
  );
  return { id, name, version, handles };
}
