import type { Limits } from "./limits.ts";
import type { JsonObject } from "./remote.ts";

export type ConnectOutcome =
  | ({ kind: "connected" } & OpenedAccount)
  /** One sign-in gives access to several accounts (pages, organisations, places); a person chooses. */
  /** `hasMore`: the sign-in gives access to more accounts than were read. */
  | { kind: "choice"; accounts: readonly OfferedAccount[]; hasMore?: boolean }
  /** `code` is a message key under `connect.failures`; `field` is the form field with the wrong answer. */
  | { kind: "refused"; code: ConnectFailure; field?: string; detail: string };

/** An account that a sign-in gives access to. */
export interface OpenedAccount {
  readonly remoteId: string;
  readonly handle: string;
  readonly displayName: string;
  readonly avatarUrl: string | undefined;
  readonly origin: string;
  readonly credentials: JsonObject;
  /** Set if the limits of the account's server differ from the connector's `limits`. */
  readonly limits?: Limits;
}

export interface OfferedAccount extends OpenedAccount {
  /**
   * The kind of account, if a sign-in offers several kinds: a message key `connect.<network>.sorts.<sort>`.
   */
  readonly sort?: string;
  /** Why the account is listed but cannot be connected: a message key under `connect.failures`. */
  readonly unusable?: ConnectFailure;
}

export type ConnectFailure =
  | "wrong-credentials"
  | "second-factor-needed"
  | "not-found"
  | "unknown-handle"
  | "app-refused"
  | "private-address"
  | "not-https"
  | "bad-address"
  | "unreachable"
  | "not-this-network"
  | "suspended"
  | "too-many-attempts"
  /** The person, or the network, granted fewer permissions than we need. */
  | "declined"
  /** The sign-in has no account for which posts can be published. */
  | "nothing-there"
  /** The person's role on the account does not allow posting. */
  | "role-too-low"
  /** The network has not yet verified that the account belongs to the person. */
  | "not-verified";

/** The first step of a sign-in on the network's page. `memory` is encrypted and passed to `finish`. */
export type BeginOutcome =
  /** `state` is the value that comes back with the person, if it is not the one of `callback`. */
  | { kind: "redirect"; url: string; memory: JsonObject; state?: string }
  | Extract<ConnectOutcome, { kind: "refused" }>;
