import {
  choice,
  flag,
  id,
  index,
  instant,
  integer,
  table,
  text,
  uniqueIndex,
} from "../db/columns.ts";

export const persons = table(
  "persons",
  {
    id: id(),
    workspaceId: text().notNull(),
    displayName: text().notNull(),
    /** BCP 47, as read from what they write. */
    language: text(),
    role: choice([
      "fan",
      "customer",
      "prospect",
      "staff",
      "influencer",
      "bot",
      "competitor",
    ]).notNull(),
    doNotThank: flag().notNull(),
    note: text(),
    /** Raised by every change that a person makes. */
    version: integer().notNull().default(1),
    firstSeenAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
  },
  (person) => [index("persons_seen").on(person.workspaceId, person.lastSeenAt)],
);

/** A person as one network knows them. Touchpoints hang here, so that joining people can be undone exactly. */
export const identities = table(
  "identities",
  {
    id: id(),
    workspaceId: text().notNull(),
    personId: text().notNull(),
    network: text().notNull(),
    remoteId: text().notNull(),
    handle: text().notNull(),
    displayName: text().notNull(),
    avatarUrl: text(),
    url: text(),
    firstSeenAt: instant().notNull(),
  },
  (identity) => [
    uniqueIndex("identities_remote").on(identity.workspaceId, identity.network, identity.remoteId),
    index("identities_person").on(identity.personId),
  ],
);

/** Append-only; the newest line of a scope holds. */
export const consents = table(
  "consents",
  {
    id: id(),
    workspaceId: text().notNull(),
    personId: text().notNull(),
    /** Being named in public; reuse of their pictures and words. */
    scope: choice(["mention", "reuse"]).notNull(),
    state: choice(["given", "refused", "withdrawn"]).notNull(),
    evidence: text().notNull(),
    at: instant().notNull(),
    recordedBy: text().notNull(),
  },
  (consent) => [index("consents_person").on(consent.personId, consent.at)],
);

/**
 * Who asked to be forgotten: nothing but a keyed fingerprint of network and remote id, so that old
 * notifications read again do not bring them back. What they do after `at` counts as a new acquaintance.
 */
export const erasures = table("erasures", {
  /** `Secrets.fingerprint` of workspace, network and remote id. */
  id: id(),
  workspaceId: text().notNull(),
  at: instant().notNull(),
});
