import type { Limits } from "./limits.ts";
import type { OptionChoice } from "./post-options.ts";
import type {
  Candidate,
  Json,
  JsonObject,
  Published,
  RemoteMetrics,
  RemoteTouchpoint,
} from "./remote.ts";

/** The account must be signed in again by a person; `detail` is the network's own words. */
type Reconnect = { kind: "reconnect"; detail: string };
/** The access token has run out; `refresh` will help. Nothing happened on the network. */
type Expired = { kind: "expired" };
/** Over a limit: nothing before `retryAt` on this account. */
type Later = { kind: "later"; retryAt: Date; detail: string };
/** Certain that nothing happened on the network: no connection, or refused before it was read. */
type NotSent = { kind: "not-sent"; detail: string };
/** The network will never accept this. `code` is a message key under `delivery.reasons`; `detail` its own words. */
type Refused = { kind: "refused"; code: RefusalCode; detail: string; httpStatus?: number };
type OutOfCredit = { kind: "out-of-credit"; detail: string };
/**
 * The network says that this post is there already. It may be ours: `named` is the one it pointed at. With
 * `at`, when that was made, it counts only where it can be of an earlier request that got no answer.
 */
type Duplicate = { kind: "duplicate"; detail: string; named?: NamedPost };
export type NamedPost = Published & { readonly at?: string };
/** Rules forbid a tool to send this; a person may, in the network's own composer at `composer`. */
type ByHand = { kind: "by-hand"; composer: string; detail: string };
/** Something left and no readable answer came. Only `reconcile` may say whether the post exists. */
type Unknown = { kind: "unknown"; detail: string; httpStatus?: number };

export type RefusalCode =
  | "text-too-long"
  | "image-too-large"
  | "image-unreadable"
  | "video-too-large"
  | "video-unreadable"
  | "no-public-address"
  /** The network takes nothing yet from the app that this installation speaks through. */
  | "app-in-trial"
  | "reply-target-gone"
  | "forbidden"
  | "invalid"
  | "account-suspended";

export type ConnectOutcome =
  | ({ kind: "connected" } & OpenedAccount)
  /** One sign-in opened several accounts (pages, organisations, places): a person says which of them. */
  /** `hasMore`: the sign-in opens more than were asked for. */
  | { kind: "choice"; accounts: readonly OfferedAccount[]; hasMore?: boolean }
  /** `code` is a message key under `connect.failures`; `field` the answer at fault. */
  | { kind: "refused"; code: ConnectFailure; field?: string; detail: string };

/** An account that a sign-in opened. */
export interface OpenedAccount {
  readonly remoteId: string;
  readonly handle: string;
  readonly displayName: string;
  readonly avatarUrl: string | undefined;
  readonly origin: string;
  readonly credentials: JsonObject;
  /** Where the account's own server differs from the connector's `limits`. */
  readonly limits?: Limits;
}

export interface OfferedAccount extends OpenedAccount {
  /** Where one sign-in opens accounts of different sorts: a message key `connect.<network>.sorts.<sort>`. */
  readonly sort?: string;
  /** Why it can be seen and not be used: message keys under `connect.failures`. */
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
  /** The person, or the network for them, allowed less than we need. */
  | "declined"
  /** They are signed in there, and have nothing that posts could be made for. */
  | "nothing-there"
  /** What they may do there is too little to post. */
  | "role-too-low"
  /** The network does not know yet that it is theirs. */
  | "not-verified";

export type RefreshOutcome =
  | { kind: "refreshed"; credentials: JsonObject; handle?: string }
  | Reconnect
  | NotSent
  | Later;
export type PrepareOutcome =
  | { kind: "ready"; request: JsonObject }
  | ByHand
  | OutOfCredit
  | Refused
  | NotSent
  | Later
  | Expired
  | Reconnect;
export type PublishOutcome =
  | ({ kind: "published"; missing?: readonly MissingPart[] } & Published & Resting)
  | ByHand
  | Duplicate
  | Refused
  | NotSent
  | Later
  | Expired
  | Reconnect
  | OutOfCredit
  | Unknown;
/** What was asked for and did not come back: a server may take a post and leave out what it does not know. The message is `delivery.reasons.<code>`. */
export type MissingPart =
  | "without-its-poll"
  | "without-all-choices"
  | "without-all-words"
  | "without-its-pictures"
  | "without-its-warning"
  | "not-as-an-answer"
  | "for-other-readers";
export type ReconcileOutcome = Costing & Told;
type Told =
  | ({ kind: "published" } & Published)
  /** Surely not there: asked by its own id, or a listing that reached back past the first intent, of a network that is known to list at once what it took or to know a request again. */
  | { kind: "absent"; candidates?: readonly Candidate[] }
  /** It is not shown, and that proves nothing here: never sent again by itself. */
  | { kind: "not-shown"; detail: string; candidates?: readonly Candidate[] }
  /** Cannot tell (yet); ask again. */
  | { kind: "unknown"; detail: string; candidates?: readonly Candidate[] }
  | Expired
  | Reconnect
  | Later;
export type RemoveOutcome =
  | { kind: "removed" }
  /** Not gone, or nobody can say so. */
  | { kind: "failed"; detail: string }
  | Expired
  | Reconnect
  | Later;
/** What a sign-in may do, as far as asking tells; what it was not possible to ask about is left out. */
export type ExamineOutcome =
  | {
      kind: "examined";
      permissions: readonly Permission[];
      /** When a person has to sign in again, whatever happens until then. */
      endsAt?: Date;
      /** Nobody but the account's owner sees what is posted. */
      isSandbox?: boolean;
      /** How much of what it lets an account do in a day is used up; absent where it does not tell. */
      allowances?: readonly Allowance[];
    }
  | NotSent
  | Expired
  | Reconnect
  | Later;
/** Whether the network will tell us of this account by webhooks; `detail` is its own words. */
export type SubscribeOutcome =
  | { kind: "subscribed" }
  | { kind: "refused"; detail: string }
  | NotSent
  | Expired
  | Reconnect
  | Later;
/** Over the last 24 hours. */
export interface Allowance {
  /** A message key under `accounts.allowances`. */
  readonly name: "posts" | "replies";
  readonly used: number;
  readonly total: number;
}
export interface Permission {
  /** As the network's own pages call it. */
  readonly name: string;
  readonly isGiven: boolean;
  /** Without it nothing can be posted. */
  readonly isNeeded: boolean;
}
export type CollectOutcome =
  | ({
      kind: "collected";
      touchpoints: RemoteTouchpoint[];
      cursor: Json;
      hasMore: boolean;
    } & Resting &
      Costing)
  | OutOfCredit
  | NotSent
  | Expired
  | Reconnect
  | Later;
export type MeasureOutcome =
  | ({ kind: "measured"; metrics: RemoteMetrics[] } & Costing)
  | NotSent
  | Expired
  | Reconnect
  | Later;
/** First leg of a sign-in on the network's own page. `memory` is sealed and handed to the second. */
export type BeginOutcome =
  /** `state`: what comes back with the person, where it is not the one of `callback`. */
  | { kind: "redirect"; url: string; memory: JsonObject; state?: string }
  | Extract<ConnectOutcome, { kind: "refused" }>;
/** The account as the network describes it now. */
export type DescribeOutcome =
  | {
      kind: "described";
      handle: string;
      displayName: string;
      avatarUrl: string | undefined;
      limits?: Limits;
      /** Absent where the network does not say. */
      followers?: number;
    }
  | NotSent
  | Expired
  | Reconnect
  | Later;
/** In the order in which they are shown; `hasMore` where the network has more than were asked for. */
export type ChoicesOutcome =
  | { kind: "choices"; choices: readonly OptionChoice[]; hasMore?: boolean }
  | NotSent
  | Expired
  | Reconnect
  | Later;
export type AppreciateOutcome =
  | { kind: "done" }
  | Refused
  | NotSent
  | Expired
  | Reconnect
  | Later
  | OutOfCredit
  | Unknown;
export type EditOutcome =
  | ({ kind: "edited" } & Published)
  /** Somebody changed the words on the network; nothing was written over them. */
  | { kind: "changed-there"; text: string }
  | Exclude<AppreciateOutcome, { kind: "done" }>;

/** It worked, and the network says that its budget is used up: nothing more on this account before `restUntil`. */
interface Resting {
  readonly restUntil?: Date;
}

/** What the network asks for this answer, in millionths of a US dollar; absent where reading is free. */
interface Costing {
  readonly cost?: number;
}
