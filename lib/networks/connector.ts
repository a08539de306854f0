import type { Store } from "../db/store.ts";
import type { Http } from "../kernel/ports.ts";
import type { Limits } from "./limits.ts";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/**
 * What this product asks of a social network. A connector translates between our words and the
 * network's protocol and nothing else: it never retries, sleeps or stores. Every foreseeable answer
 * is a value; a throw is a bug. Adding a network is one folder and one line in `registry.ts`.
 */
export interface Connector {
  /** Our key for the network: lower case, stored with every account, identity and touchpoint. */
  readonly network: string;
  /** As people write it: "Bluesky". */
  readonly label: string;
  /** Nothing leaves the machine; screens say so. */
  readonly isSimulated: boolean;
  readonly limits: Limits;
  readonly abilities: Abilities;
  /** How the outcome of an unanswered publish is learned; decides the engine's recovery (delivery.md). */
  readonly outcome: OutcomeRule;
  /** What the connect form asks for, in order. Texts are message keys `connect.<network>.<name>.label` and `.help`. */
  readonly connectFields: readonly ConnectField[];

  connect(door: Door, answers: Readonly<Record<string, string>>): Promise<ConnectOutcome>;
  /** New credentials for old. Called under a lock; the caller saves the result before anything else happens. */
  refresh(session: Session): Promise<RefreshOutcome>;
  /** Tells the network to forget our credentials. Best effort; the caller forgets them either way. */
  revoke(session: Session): Promise<void>;

  /** Adds what publishing needs and may be done twice: resolves mentions, uploads images, makes the link card. Its result is frozen. */
  prepare(session: Session, part: OutgoingPart): Promise<PrepareOutcome>;
  /** The irreversible step. Sends exactly `request`, as `prepare` made it. */
  publish(session: Session, request: JsonObject): Promise<PublishOutcome>;
  /** Reads only: is what `request` would have made there? */
  reconcile(session: Session, request: JsonObject, firstIntentAt: Date): Promise<ReconcileOutcome>;
  /** Takes a published part down. Already gone is fine. */
  remove(session: Session, published: Published): Promise<RemoveOutcome>;

  /** One page of what people did. Page on while `hasMore`; the cursor is opaque to everyone else. */
  collect(session: Session, cursor: Json): Promise<CollectOutcome>;
  /** Counts per published part; parts the network does not know any more are left out. */
  measure(session: Session, published: readonly Published[]): Promise<MeasureOutcome>;

  /** How the network writes the name of a person, so that it notifies them. */
  mention(handle: string): string;
}

export interface Abilities {
  readonly canDelete: boolean;
  readonly canReply: boolean;
  /** False where rules forbid a tool to mention first: the draft is then posted by hand. */
  readonly canMention: boolean;
}

export interface OutcomeRule {
  readonly kind: "own-id" | "key" | "container" | "duplicate-listing" | "refusal-only" | "listing";
  /** Wait this long after the first intent before asking: the network's longest processing plus listing lag. */
  readonly settleMs: number;
  /** Publishing may take this long; the lease is more than twice as long. */
  readonly timeoutMs: number;
}

export interface ConnectField {
  readonly name: string;
  readonly kind: "text" | "url" | "password";
  readonly isRequired: boolean;
  readonly defaultValue?: string;
}

/** The way out, and time. */
export interface Door {
  readonly http: Http;
  readonly now: () => Date;
  /** The installation's own database, for the network that lives inside the product. */
  readonly store: Pick<Store, "db" | "transact">;
  readonly workspaceId: string;
}

/** One account's way in. */
export interface Session extends Door {
  readonly account: {
    readonly id: string;
    readonly remoteId: string;
    readonly handle: string;
    /** Scheme and host that the credentials belong to; they go nowhere else. */
    readonly origin: string;
  };
  /** As `connect` or `refresh` returned them. */
  readonly credentials: JsonObject;
  /** Bytes of an uploaded image, re-encoded to fit `limits.images`. */
  readonly image: (mediaId: string) => Promise<EncodedImage>;
}

export interface EncodedImage {
  readonly bytes: Buffer;
  readonly type: "image/jpeg" | "image/png" | "image/webp";
  readonly width: number;
  readonly height: number;
}

/** One part of one post for one account. */
export interface OutgoingPart {
  /** Ours, unique, unchanged over retries (a delivery's id). */
  readonly key: string;
  readonly text: string;
  /** BCP 47 tag, or undefined where unknown. */
  readonly language: string | undefined;
  readonly images: readonly { readonly mediaId: string; readonly alt: string }[];
  /** What this part answers: the part before it in a thread, or somebody's post. */
  readonly replyTo: ReplyTarget | undefined;
  /** Fixed when the part is first prepared, so that a second preparation gives the same bytes. */
  readonly createdAt: Date;
}

/** `root` begins the thread; `parent` is what is answered. Both in the connector's own form. */
export interface ReplyTarget {
  readonly root: Json;
  readonly parent: Json;
}

export interface Published {
  readonly remoteId: string;
  /** What a later reply or deletion needs, in the connector's own form. */
  readonly reference: Json;
  readonly url: string;
}

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
/** Something left and no readable answer came. Only `reconcile` may say whether the post exists. */
type Unknown = { kind: "unknown"; detail: string; httpStatus?: number };

export type RefusalCode =
  | "text-too-long"
  | "image-too-large"
  | "image-unreadable"
  | "reply-target-gone"
  | "forbidden"
  | "invalid"
  | "account-suspended";

export type ConnectOutcome =
  | {
      kind: "connected";
      remoteId: string;
      handle: string;
      displayName: string;
      avatarUrl: string | undefined;
      origin: string;
      credentials: JsonObject;
    }
  /** `code` is a message key under `connect.failures`; `field` the answer at fault. */
  | { kind: "refused"; code: ConnectFailure; field?: string; detail: string };

export type ConnectFailure =
  | "wrong-credentials"
  | "second-factor-needed"
  | "not-found"
  | "private-address"
  | "not-https"
  | "bad-address"
  | "unreachable"
  | "not-this-network"
  | "suspended"
  | "too-many-attempts";

export type RefreshOutcome =
  | { kind: "refreshed"; credentials: JsonObject; handle?: string }
  | Reconnect
  | NotSent
  | Later;
export type PrepareOutcome =
  | { kind: "ready"; request: JsonObject }
  | Refused
  | NotSent
  | Later
  | Expired
  | Reconnect;
export type PublishOutcome =
  | ({ kind: "published" } & Published)
  | Refused
  | NotSent
  | Later
  | Expired
  | Reconnect
  | OutOfCredit
  | Unknown;
export type ReconcileOutcome =
  | ({ kind: "published" } & Published)
  /** Surely not there. */
  | { kind: "absent" }
  /** Cannot tell (yet); ask again. */
  | { kind: "unknown"; detail: string }
  | Expired
  | Reconnect
  | Later;
export type RemoveOutcome =
  | { kind: "removed" }
  | { kind: "failed"; detail: string }
  | Expired
  | Reconnect
  | Later;
export type CollectOutcome =
  | { kind: "collected"; touchpoints: RemoteTouchpoint[]; cursor: Json; hasMore: boolean }
  | NotSent
  | Expired
  | Reconnect
  | Later;
export type MeasureOutcome =
  | { kind: "measured"; metrics: RemoteMetrics[] }
  | NotSent
  | Expired
  | Reconnect
  | Later;

/** Something that somebody did with us, as the network tells it. */
export interface RemoteTouchpoint {
  /** Unique on the network and the same however often it is read. */
  readonly remoteId: string;
  readonly type: "follow" | "like" | "repost" | "reply" | "mention" | "quote" | "review";
  readonly at: Date;
  readonly person: {
    readonly remoteId: string;
    readonly handle: string;
    readonly displayName: string;
    readonly avatarUrl?: string;
    readonly url?: string;
  };
  /** Our published part that it is about. */
  readonly onRemoteId?: string;
  /** Needed to answer it: in the connector's own form. */
  readonly replyTarget?: ReplyTarget;
  readonly url?: string;
  readonly text?: string;
  readonly stars?: number;
  readonly hasImage?: boolean;
}

export interface RemoteMetrics {
  readonly remoteId: string;
  readonly likes: number;
  readonly reposts: number;
  readonly replies: number;
  readonly quotes: number;
}
