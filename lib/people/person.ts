import type { consents, identities, mergeVetoes, persons } from "./schema.ts";

export type Person = typeof persons.$inferSelect;
export type Identity = typeof identities.$inferSelect;
export type MergeVeto = typeof mergeVetoes.$inferSelect;
export type Consent = typeof consents.$inferSelect;

export const personRoles = [
  "fan",
  "customer",
  "prospect",
  "staff",
  "influencer",
  "bot",
  "competitor",
] as const satisfies readonly Person["role"][];

/** Returns the id of the person an identity belongs to without merges. */
export function ownPersonId({
  personId,
  mergedFrom,
}: Pick<Identity, "personId" | "mergedFrom">): string {
  return mergedFrom ?? personId;
}

/** Role of people about whom nothing else is known. */
export const firstRole: Person["role"] = "fan";

/** Network of identities that were added by hand or from a list. */
export const ownRecords = "records";
