import type { consents, identities, persons } from "./schema.ts";

export type Person = typeof persons.$inferSelect;
export type Identity = typeof identities.$inferSelect;
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

/** Whoever has done nothing yet but appear. */
export const firstRole: Person["role"] = "fan";

/** The network of an identity that only our own records know: someone added by hand or from a list. */
export const ownRecords = "records";
