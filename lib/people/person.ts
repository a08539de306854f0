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

/** Whose an identity is by itself, whoever that person is merged with. */
export function ownPersonId({
  personId,
  mergedFrom,
}: Pick<Identity, "personId" | "mergedFrom">): string {
  return mergedFrom ?? personId;
}

/** Whoever has done nothing yet but appear. */
export const firstRole: Person["role"] = "fan";

/** The network of an identity that only our own records know: someone added by hand or from a list. */
export const ownRecords = "records";
