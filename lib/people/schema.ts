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
    /** BCP 47 tag, detected from their texts. */
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
    /** Raised by every edit by a team member. */
    version: integer().notNull().default(1),
    firstSeenAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    /** The person that this one was merged into, and when; all rows belong to that person. */
    mergedInto: text(),
    mergedAt: instant(),
    /** The person's own values while merged with others; the columns then hold the joint values. */
    own: json<OwnTraits>(),
  },
  (person) => [
    index("persons_seen").on(person.workspaceId, person.lastSeenAt),
    // Partial, so that the engine does not use it to find unmerged people by reading a whole workspace.
    index("persons_merged").on(person.mergedInto).where(isNotNull(person.mergedInto)),
  ],
);

/** Pairs of similar people that a team member declared different; they are not suggested again. */
export const mergeVetoes = table(
  "merge_vetoes",
  {
    /** Both ids in order, joined by a bar. */
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

/** A person on one network. Touchpoints belong to identities, so that a merge can be undone exactly. */
export const identities = table(
  "identities",
  {
    id: id(),
    workspaceId: text().notNull(),
    personId: text().notNull(),
    /** The identity's person before a merge; null if not merged. */
    mergedFrom: text(),
    network: text().notNull(),
    remoteId: text().notNull(),
    handle: text().notNull(),
    displayName: text().notNull(),
    avatarUrl: text(),
    url: text(),
    /** Links in their profile. */
    links: json<readonly string[]>(),
    firstSeenAt: instant().notNull(),
  },
  (identity) => [
    uniqueIndex("identities_remote").on(identity.workspaceId, identity.network, identity.remoteId),
    index("identities_person").on(identity.personId),
  ],
);

/** Keys that show which identities may be one person; saved with every identity. */
export const identityKeys = table(
  "identity_keys",
  {
    /** `<identity>/<key>`. */
    id: id(),
    workspaceId: text().notNull(),
    identityId: text().notNull(),
    /** Digest of the normalized key, such as `handle:annavermeer`. */
    key: text().notNull(),
    /** Whether other identities had the same key when it was written. */
    isShared: flag().notNull(),
  },
  (key) => [
    index("identity_keys_key").on(key.workspaceId, key.key),
    index("identity_keys_shared").on(key.workspaceId, key.isShared, key.key),
    index("identity_keys_identity").on(key.identityId),
  ],
);

/** Rows are never changed; the newest one of a scope counts. */
export const consents = table(
  "consents",
  {
    id: id(),
    workspaceId: text().notNull(),
    personId: text().notNull(),
    /** The person it belonged to before a merge. */
    mergedFrom: text(),
    /** Being mentioned in public; reuse of pictures and texts. */
    scope: choice(["mention", "reuse"]).notNull(),
    state: choice(["given", "refused", "withdrawn"]).notNull(),
    evidence: text().notNull(),
    at: instant().notNull(),
    recordedBy: text().notNull(),
  },
  (consent) => [index("consents_person").on(consent.personId, consent.at)],
);

/**
 * Erased identities, stored only as a keyed fingerprint, so that old notifications do not bring them back.
 * What they do after `at` makes a new person.
 */
export const erasures = table("erasures", {
  /** `Secrets.fingerprint` of workspace, network and remote id. */
  id: id(),
  workspaceId: text().notNull(),
  at: instant().notNull(),
});
