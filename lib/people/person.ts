import type { consents, identities, persons } from "./schema.ts";

export type Person = typeof persons.$inferSelect;
export type Identity = typeof identities.$inferSelect;
export type Consent = typeof consents.$inferSelect;
