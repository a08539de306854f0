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
    /** Stable on the network: a DID, a numeric id; never a handle. */
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
    /** Why it is not active: the network's own words. */
    problem: text(),
    /** Sealed JSON; null once disconnected. */
    sealedCredentials: text(),
    /** Raised with every change of the credentials, so that two refreshes cannot both win. */
    credentialsVersion: integer().notNull(),
    /** Somebody is renewing the credentials until then; others wait for the new ones. */
    refreshLeaseUntil: instant(),
    /** No request on this account before this instant (the network's own limit). */
    rateLimitedUntil: instant(),
    /** No post before this instant: the day's posts are used up. Reading goes on. */
    postsResumeAt: instant(),
    cursor: json<Json>(),
    nextCollectAt: instant().notNull(),
    lastCollectedAt: instant(),
    collectLeaseUntil: instant(),
    /** Which worker keeps the line open that tells news, until when. */
    listenerId: text(),
    listenLeaseUntil: instant(),
    /** When a webhook last told that something happened on it. */
    lastReportedAt: instant(),
    /** When collecting last found something new. */
    lastFoundAt: instant(),
    lastPublishedAt: instant(),
    connectedAt: instant().notNull(),
    connectedBy: text().notNull(),
    /** Where the account's own server differs from its connector's limits. */
    limits: json<Limits>(),
    /** When the network was last asked what the account looks like. */
    describedAt: instant(),
    /** As the network said then; null where it does not say. */
    followers: integer(),
    budget: json<AccountBudget>(),
    /** How much of a day was used up when the network was last asked; null where it never told. */
    allowances: json<ToldAllowances>(),
  },
  (account) => [
    uniqueIndex("accounts_remote").on(account.workspaceId, account.network, account.remoteId),
    index("accounts_collect").on(account.state, account.nextCollectAt),
  ],
);

/** What an installation keeps for a network beside its accounts: registered apps, a server's own limits. */
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

/** Addresses of ours that networks send messages to, one for each family of networks, and what came there. */
export const webhookLines = table(
  "webhook_lines",
  {
    id: id(),
    family: text().notNull(),
    /** When a network last asked whether the address is ours, and knew the token. */
    verifiedAt: instant(),
    /** When the last rightly signed message came, and how many there were. */
    arrivedAt: instant(),
    arrived: integer().notNull(),
    /** How much of them was nothing that we look at, and what the last of that was called. */
    ignored: integer().notNull(),
    lastIgnored: text(),
    /** When one last came that no app of ours had signed. */
    refusedAt: instant(),
  },
  (line) => [uniqueIndex("webhook_lines_family").on(line.family)],
);

/** People who are on their way to a network's own page, or came back from it within the last day. */
export const signIns = table(
  "sign_ins",
  {
    id: id(),
    workspaceId: text().notNull(),
    userId: text().notNull(),
    network: text().notNull(),
    /** The account to sign in again; null for whichever comes back. */
    accountId: text(),
    stateFingerprint: text().notNull(),
    callbackUrl: text().notNull(),
    publicUrl: text().notNull(),
    /** Sealed `SignInMemory`. */
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
