import {
  choice,
  id,
  index,
  instant,
  integer,
  json,
  table,
  text,
  uniqueIndex,
} from "../db/columns.ts";
import type { Limits } from "../networks/contract/limits.ts";
import type { Json } from "../networks/contract/remote.ts";
import type { AccountBudget, ToldAllowances } from "./account.ts";
import type { SignInFailure } from "./sign-in.ts";

export const accounts = table(
  "accounts",
  {
    id: id(),
    workspaceId: text().notNull(),
    network: text().notNull(),
    /** The account's stable id on the network: a DID or a numeric id, never a handle. */
    remoteId: text().notNull(),
    handle: text().notNull(),
    displayName: text().notNull(),
    avatarUrl: text(),
    origin: text().notNull(),
    state: choice([
      "active",
      "needs_reconnect",
      "paused",
      "out_of_credit",
      "disconnected",
    ]).notNull(),
    /** Why the account is not active, in the network's words. */
    problem: text(),
    /** Sealed JSON; null once disconnected. */
    sealedCredentials: text(),
    /** Increased with every change of the credentials, so that of two renewals only one is stored. */
    credentialsVersion: integer().notNull(),
    /** Until when a process holds the lease for renewing the credentials. */
    refreshLeaseUntil: instant(),
    /** No request on this account before this time, because of the network's rate limit. */
    rateLimitedUntil: instant(),
    /**
     * No post before this time, because the day's posts or the month's budget are used up. Collecting
     * continues.
     */
    postsResumeAt: instant(),
    cursor: json<Json>(),
    nextCollectAt: instant().notNull(),
    lastCollectedAt: instant(),
    collectLeaseUntil: instant(),
    /** The worker that keeps a live connection for new events, and until when. */
    listenerId: text(),
    listenLeaseUntil: instant(),
    /** When a webhook last named this account. */
    lastReportedAt: instant(),
    /** When collecting last found something new. */
    lastFoundAt: instant(),
    lastPublishedAt: instant(),
    connectedAt: instant().notNull(),
    connectedBy: text().notNull(),
    /** Limits of the account's own server if they differ from its network's; otherwise null. */
    limits: json<Limits>(),
    /** When the network last described the account. */
    describedAt: instant(),
    /** Number of followers at `describedAt`; null if the network does not tell it. */
    followers: integer(),
    budget: json<AccountBudget>(),
    /** Rate limits at the last check; null if the network never told any. */
    allowances: json<ToldAllowances>(),
  },
  (account) => [
    uniqueIndex("accounts_remote").on(account.workspaceId, account.network, account.remoteId),
    index("accounts_collect").on(account.state, account.nextCollectAt),
  ],
);

/** Values that the installation stores for a network: registered apps, entered answers, a server's limits. */
export const networkMemory = table(
  "network_memory",
  {
    id: id(),
    network: text().notNull(),
    key: text().notNull(),
    /** Sealed JSON. */
    sealed: text().notNull(),
    updatedAt: instant().notNull(),
  },
  (memory) => [uniqueIndex("network_memory_key").on(memory.network, memory.key)],
);

/** Webhook addresses, one per family of networks, and what arrived there. */
export const webhookLines = table(
  "webhook_lines",
  {
    id: id(),
    family: text().notNull(),
    /** When a network last verified the address with the right token. */
    verifiedAt: instant(),
    /** When the last correctly signed message arrived; `arrived` counts them. */
    arrivedAt: instant(),
    arrived: integer().notNull(),
    /** Number of ignored entries, and the name of the last one. */
    ignored: integer().notNull(),
    lastIgnored: text(),
    /** When a message without a valid signature last arrived. */
    refusedAt: instant(),
  },
  (line) => [uniqueIndex("webhook_lines_family").on(line.family)],
);

/**
 * Sign-ins that have begun on a network's page, or whose accounts wait for a choice. Deleted about an hour
 * after they expire.
 */
export const signIns = table(
  "sign_ins",
  {
    id: id(),
    workspaceId: text().notNull(),
    userId: text().notNull(),
    network: text().notNull(),
    /** The account to sign in again; null accepts any account. */
    accountId: text(),
    stateFingerprint: text().notNull(),
    callbackUrl: text().notNull(),
    publicUrl: text().notNull(),
    /** A `SignInMemory`, sealed. */
    sealed: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    connectedId: text(),
    failure: json<SignInFailure>(),
  },
  (signIn) => [
    uniqueIndex("sign_ins_state").on(signIn.stateFingerprint),
    index("sign_ins_expiry").on(signIn.workspaceId, signIn.expiresAt),
  ],
);
