import type { BeginOutcome, ConnectOutcome } from "./connect-outcome.ts";
import type { Visibility } from "./limits.ts";
import type { AuthorizationPage, NetworkManifest } from "./manifest.ts";
import type {
  AppreciateOutcome,
  CollectOutcome,
  ChoicesOutcome,
  DescribeOutcome,
  EditOutcome,
  ExamineOutcome,
  MeasureOutcome,
  PrepareOutcome,
  PublishOutcome,
  ReconcileOutcome,
  RefreshOutcome,
  RemoveOutcome,
  SubscribeOutcome,
} from "./outcome.ts";
import type { Disclosure, OptionValues } from "./post-options.ts";
import type { Price, PriceList } from "./price.ts";
import type { Candidate, Json, JsonObject, Published, ReplyTarget } from "./remote.ts";
import type { ConnectorContext, Session } from "./session.ts";
import type { ToolRules } from "./tool-rules.ts";
import type { Webhooks } from "./webhooks.ts";

/**
 * The interface that every social network implements. A connector only translates between the product's terms
 * and the network's protocol: it never retries, sleeps between attempts or stores anything except in
 * `memory`. Every expected answer is a returned value; a thrown error is a bug. How to add a network:
 * docs/adding-a-network.md.
 */
export interface Connector extends NetworkManifest {
  /**
   * Signs in with the answers of the connect form only. Refuses if the network allows only `authorization`.
   */
  connect(
    context: ConnectorContext,
    answers: Readonly<Record<string, string>>,
  ): Promise<ConnectOutcome>;
  /** Sign-in on the network's own page (OAuth); absent if the network has none. */
  readonly authorization?: Authorization;
  /** Returns the account's current profile and the limits of its server. Called daily. */
  describe?(session: Session): Promise<DescribeOutcome>;
  /**
   * Returns the permissions of this sign-in, for a person who looks for a problem. Only reads. Absent if a
   * sign-in always grants everything.
   */
  examine?(session: Session): Promise<ExamineOutcome>;
  /** The day (YYYY-MM-DD) on which the network switches off the API version that this connector uses. */
  readonly versionEnds?: string;
  /**
   * Returns the choices of an option whose choices belong to the account (`isAsked`). `option` is the
   * option's key.
   */
  optionChoices?(session: Session, option: string): Promise<ChoicesOutcome>;
  /** Exchanges the credentials for new ones. Called under a lock; the caller saves the result first. */
  refresh(session: Session): Promise<RefreshOutcome>;
  /** Asks the network to revoke the credentials. Best effort: the caller deletes them in any case. */
  revoke(session: Session): Promise<void>;

  /**
   * Makes the request that `publish` sends: resolves mentions, uploads images, builds the link card. May be
   * called again for the same part. The request is stored and sent unchanged.
   */
  prepare(session: Session, part: OutgoingPart): Promise<PrepareOutcome>;
  /** Sends exactly the `request` that `prepare` returned. This cannot be undone. */
  publish(session: Session, request: JsonObject): Promise<PublishOutcome>;
  /** Asks whether the post that `request` would create exists on the network. Only reads. */
  reconcile(session: Session, request: JsonObject, asked: Asked): Promise<ReconcileOutcome>;
  /**
   * Asks whether a post with this content exists, by whichever tool it was sent. Only reads. For a restored
   * database that has lost the record of what it sent.
   */
  search?(session: Session, part: OutgoingPart, asked: Asked): Promise<ReconcileOutcome>;
  /** Deletes a published part. A part that is already deleted counts as removed. */
  remove(session: Session, published: Published): Promise<RemoveOutcome>;
  /**
   * Changes the text of a published part, if its current text on the network is one of `seen`. `part` is as
   * for `prepare`. Absent if the network cannot edit.
   */
  edit?(
    session: Session,
    published: Published,
    part: OutgoingPart,
    seen: readonly string[],
  ): Promise<EditOutcome>;

  /**
   * Reads one page of reactions. The caller repeats while `hasMore`. Only the connector interprets the
   * cursor.
   */
  collect(session: Session, cursor: Json): Promise<CollectOutcome>;
  /**
   * Calls `onNews` when the network signals that something happened; the caller then collects. Calls `onEnd`
   * once when the connection ends or could not be opened, with an error if the network is not the cause. The
   * caller decides when to reconnect. Returns a function that stops listening.
   */
  listen?(session: Session, onNews: () => void, onEnd: (problem?: unknown) => void): () => void;
  /** The network's webhooks; absent if it has none, or only for paying customers. */
  readonly webhooks?: Webhooks;
  /**
   * Subscribes this account to webhooks; may be called again. Absent if the app's settings on the network do
   * this.
   */
  subscribe?(session: Session): Promise<SubscribeOutcome>;
  /** Likes or reposts somebody's post; may be called again. `target` is the reply target of a touchpoint. */
  appreciate?(
    session: Session,
    target: ReplyTarget,
    how: "like" | "repost",
  ): Promise<AppreciateOutcome>;
  /**
   * Returns the account's own post at an address that a person pasted; undefined if the address does not
   * identify it. Makes no request.
   */
  postAt?(account: { readonly handle: string }, url: string): Candidate | undefined;
  /** Returns counts per published part, without parts that the network no longer knows. */
  measure(session: Session, published: readonly Published[]): Promise<MeasureOutcome>;

  /**
   * Returns the network's rules on what only a person may send from this account. Absent if a tool may send
   * everything. Makes no request.
   */
  toolRules?(account: { readonly handle: string }, replyTo: ReplyTarget | undefined): ToolRules;
  /**
   * Returns the address of the network's own composer with the text filled in, for what only a person may
   * send. Makes no request.
   */
  composer?(text: string, replyTo: ReplyTarget | undefined): string;

  /**
   * Returns a public document that the network's servers fetch at `/api/networks/<key>/<path>`; undefined if
   * there is none at this path.
   */
  publicDocument?(
    context: ConnectorContext,
    path: string,
    address: { readonly publicUrl: string; readonly callbackUrl: string },
  ): Promise<object | undefined>;

  /** Prices as plain data, for an estimate while somebody types; absent if publishing is free. */
  readonly prices?: PriceList;
  /** Returns what publishing this part costs; absent if publishing is free. */
  price?(part: Pick<OutgoingPart, "text" | "images" | "replyTo">): Price;
}

/** OAuth: the person leaves for the network's page and comes back with a code. */
export interface Authorization extends AuthorizationPage {
  begin(
    context: ConnectorContext,
    answers: Readonly<Record<string, string>>,
    callback: Callback,
  ): Promise<BeginOutcome>;
  /** `returned` is the query of the address to which the network sent the person back. */
  finish(
    context: ConnectorContext,
    memory: JsonObject,
    returned: Readonly<Record<string, string>>,
    callback: Callback,
  ): Promise<ConnectOutcome>;
}

export interface Callback {
  /** The exact address to which the network sends people back. */
  readonly url: string;
  /** Unguessable value of ours that the network returns unchanged with the person. */
  readonly state: string;
  /** Scheme and host at which people reach this installation. */
  readonly publicUrl: string;
}

/** What is known about a post in doubt, besides its request. */
export interface Asked {
  readonly firstIntentAt: Date;
  /**
   * The request was sent once and the record of it is complete, so it may be sent once more as a probe if the
   * network cannot be asked. Absent means that it may not.
   */
  readonly mayProbe?: boolean;
  /** Returns which of these posts already belong to other deliveries. */
  bound(remoteIds: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface OutgoingPart {
  /** Our unique key of this part, the same over all retries (the delivery's id). */
  readonly key: string;
  readonly text: string;
  /** BCP 47 tag; undefined if unknown. */
  readonly language: string | undefined;
  readonly images: readonly { readonly mediaId: string; readonly alt: string }[];
  /** Never together with images. */
  readonly video?: { readonly mediaId: string; readonly alt: string } | undefined;
  readonly poll: Poll | undefined;
  /** Content warning: shown before the text, which stays hidden until the reader opens it. */
  readonly warning: string | undefined;
  readonly visibility: Visibility | undefined;
  /** The values of `postOptions` chosen for this account, the same for every part of a thread. */
  readonly options: OptionValues;
  /** How the post was made, if the author stated it. */
  readonly disclosure: Disclosure | undefined;
  /** The post that this part replies to: the previous part of its thread, or somebody else's post. */
  readonly replyTo: ReplyTarget | undefined;
  /** Creation time for the post: the time of this preparation, or the planned time if that is later. */
  readonly createdAt: Date;
}

export interface Poll {
  readonly options: readonly string[];
  readonly minutes: number;
  readonly isMultiple: boolean;
}
