import { isNotNull } from "drizzle-orm";

import {
  choice,
  flag,
  id,
  index,
  instant,
  integer,
  json,
  table,
  text,
  uniqueIndex,
} from "../db/columns.ts";
import type { OwnTraits } from "./own-traits.ts";

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
    /** The person that this one was found to be, and since when; everything hangs on that one. */
    mergedInto: text(),
    mergedAt: instant(),
    /** What they are by themselves, while they are merged with others: columns then tell of all together. */
    own: json<OwnTraits>(),
  },
  (person) => [
    index("persons_seen").on(person.workspaceId, person.lastSeenAt),
    // Of the few alone: an engine that takes it for everybody else reads a workspace whole.
    index("persons_merged").on(person.mergedInto).where(isNotNull(person.mergedInto)),
  ],
);

/** Two who look like one person and are not: somebody said so, and they are not suggested again. */
export const mergeVetoes = table(
  "merge_vetoes",
  {
    /** Both ids in order, with a bar between them. */
    id: id(),
    workspaceId: text().notNull(),
    personId: text().notNull(),
    otherId: text().notNull(),
    at: instant().notNull(),
    recordedBy: text().notNull(),
  },
  (veto) => [
    index("merge_vetoes_person").on(veto.personId),
    index("merge_vetoes_other").on(veto.otherId),
  ],
);

/** A person as one network knows them. Touchpoints hang here, so that joining people can be undone exactly. */
export const identities = table(
  "identities",
  {
    id: id(),
    workspaceId: text().notNull(),
    personId: text().notNull(),
    /** Whose it was before people were merged; null: whose it is. */
    mergedFrom: text(),
    network: text().notNull(),
    remoteId: text().notNull(),
    handle: text().notNull(),
    displayName: text().notNull(),
    avatarUrl: text(),
    url: text(),
    /** Addresses that they name in their profile. */
    links: json<readonly string[]>(),
    firstSeenAt: instant().notNull(),
  },
  (identity) => [
    uniqueIndex("identities_remote").on(identity.workspaceId, identity.network, identity.remoteId),
    index("identities_person").on(identity.personId),
  ],
);

/** By what two identities may be one person: kept with every name that is written down. */
export const identityKeys = table(
  "identity_keys",
  {
    /** `<identity>/<key>`. */
    id: id(),
    workspaceId: text().notNull(),
    identityId: text().notNull(),
    /** A digest of what it is, in its one form: `handle:annavermeer`. */
    key: text().notNull(),
    /** Others had the same when it was written. */
    isShared: flag().notNull(),
  },
  (key) => [
    index("identity_keys_key").on(key.workspaceId, key.key),
    index("identity_keys_shared").on(key.workspaceId, key.isShared, key.key),
    index("identity_keys_identity").on(key.identityId),
  ],
);

/** Append-only; the newest line of a scope holds. */
export const consents = table(
  "consents",
  {
    id: id(),
    workspaceId: text().notNull(),
    personId: text().notNull(),
    /** Whose it was before people were merged. */
    mergedFrom: text(),
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
