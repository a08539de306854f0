import { ownRecords, type Identity, type Person } from "#lib/people/person";
import type { MergeSuggestion } from "#lib/people/suggest-merges";

import type { AskedPair, AskedPerson } from "./same-person.tsx";

/**
 * Returns the data of a suggestion that is sent to the browser. `records` is the label for identities from
 * our own records.
 */
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
