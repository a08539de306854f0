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

/** A person must sign the account in again. `detail` is the network's own text. */
type Reconnect = { kind: "reconnect"; detail: string };
/** The access token has expired and must be refreshed. Nothing happened on the network. */
type Expired = { kind: "expired" };
/** A rate limit is reached: no request for this account before `retryAt`. */
type Later = { kind: "later"; retryAt: Date; detail: string };
/** Nothing happened on the network: no connection, or refused before the request was processed. */
type NotSent = { kind: "not-sent"; detail: string };
/**
 * The network will never accept this request. `code` is a message key under `delivery.reasons`; `detail` is
 * the network's own text.
 */
type Refused = { kind: "refused"; code: RefusalCode; detail: string; httpStatus?: number };
type OutOfCredit = { kind: "out-of-credit"; detail: string };
/**
 * The network says that this post already exists. `named` is the post that it pointed to, which may be ours.
 * If `named.at` (its creation time) is set, it counts only if an earlier unanswered request can have made it.
 */
type Duplicate = { kind: "duplicate"; detail: string; named?: NamedPost };
export type NamedPost = Published & { readonly at?: string };
/**
 * The network's rules forbid a tool to send this. A person may send it in the network's composer at
 * `composer`.
 */
type ByHand = { kind: "by-hand"; composer: string; detail: string };
/**
 * The request may have been processed but there is no readable answer. Only `reconcile` decides whether the
 * post exists.
 */
type Unknown = { kind: "unknown"; detail: string; httpStatus?: number };

export type RefusalCode =
  | "text-too-long"
  | "image-too-large"
  | "image-unreadable"
  | "video-too-large"
  | "video-unreadable"
  | "no-public-address"
  /** The network does not yet accept posts from this installation's app. */
  | "app-in-trial"
  | "reply-target-gone"
  | "forbidden"
  | "invalid"
  | "account-suspended";

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
/**
 * Content of the request that the created post lacks: a server may accept a post and ignore what it does not
 * support. The message is `delivery.reasons.<code>`.
 */
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
  /**
   * The post is certainly absent. The network was asked for its id, or returned a listing that reaches back
   * past the first intent and either includes new posts at once or recognizes a repeated request.
   */
  | { kind: "absent"; candidates?: readonly Candidate[] }
  /**
   * The listing does not show the post, which proves nothing on this network. It is never sent again
   * automatically.
   */
  | { kind: "not-shown"; detail: string; candidates?: readonly Candidate[] }
  /** The answer is not known yet; ask again. */
  | { kind: "unknown"; detail: string; candidates?: readonly Candidate[] }
  | Expired
  | Reconnect
  | Later;
export type RemoveOutcome =
  | { kind: "removed" }
  /** The post still exists, or its state is unknown. */
  | { kind: "failed"; detail: string }
  | Expired
  | Reconnect
  | Later;
/**
 * The permissions of a sign-in, as far as the network tells them. Permissions that could not be checked are
 * omitted.
 */
export type ExamineOutcome =
  | {
      kind: "examined";
      permissions: readonly Permission[];
      /** When a person has to sign in again at the latest. */
      endsAt?: Date;
      /** Posts are visible only to the account's owner. */
      isSandbox?: boolean;
      /** How much of the network's daily allowance is used; absent if the network does not say. */
      allowances?: readonly Allowance[];
    }
  | NotSent
  | Expired
  | Reconnect
  | Later;
/** Whether the network will send webhooks for this account; `detail` is the network's own text. */
export type SubscribeOutcome =
  | { kind: "subscribed" }
  | { kind: "refused"; detail: string }
  | NotSent
  | Expired
  | Reconnect
  | Later;
/** Usage over the last 24 hours. */
export interface Allowance {
  /** A message key under `accounts.allowances`. */
  readonly name: "posts" | "replies";
  readonly used: number;
  readonly total: number;
}
export interface Permission {
  /** The name that the network's own pages use. */
  readonly name: string;
  readonly isGiven: boolean;
  /** Nothing can be posted without this permission. */
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
/** The account as the network describes it now. */
export type DescribeOutcome =
  | {
      kind: "described";
      handle: string;
      displayName: string;
      avatarUrl: string | undefined;
      limits?: Limits;
      /** Absent if the network does not say. */
      followers?: number;
    }
  | NotSent
  | Expired
  | Reconnect
  | Later;
/** Choices in display order. `hasMore` is set if the network has more than were read. */
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
  /** Somebody changed the text on the network; it was not overwritten. */
  | { kind: "changed-there"; text: string }
  | Exclude<AppreciateOutcome, { kind: "done" }>;

/**
 * The request succeeded and used up the rate limit: no further request for this account before `restUntil`.
 */
interface Resting {
  readonly restUntil?: Date;
}

/** The price of this answer in millionths of a US dollar; absent if reading is free. */
interface Costing {
  readonly cost?: number;
}
