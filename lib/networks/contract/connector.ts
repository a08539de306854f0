import type { Http } from "../../kernel/ports.ts";
import type { Visibility } from "./limits.ts";
import type { AuthorizationPage, NetworkManifest } from "./manifest.ts";
import type {
  AppreciateOutcome,
  BeginOutcome,
  CollectOutcome,
  ConnectOutcome,
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
import type { ToolRules } from "./tool-rules.ts";
import type { VideoFacts } from "./video.ts";
import type { Webhooks } from "./webhooks.ts";

/**
 * What this product asks of a social network. A connector translates between our words and the
 * network's protocol and nothing else: it never retries, sleeps or stores. Every foreseeable answer
 * is a value; a throw is a bug. How to add one: docs/adding-a-network.md.
 */
export interface Connector extends NetworkManifest {
  /** Signs in with the answers alone. Where `authorization` is the only way, it refuses. */
  connect(
    context: ConnectorContext,
    answers: Readonly<Record<string, string>>,
  ): Promise<ConnectOutcome>;
  /** Signing in on the network's own page (OAuth); absent where it has none. */
  readonly authorization?: Authorization;
  /** The account as it is now, and the limits of its own server. Asked daily. */
  describe?(session: Session): Promise<DescribeOutcome>;
  /** Reads only: what this sign-in may do there. For a person who asks what is wrong; absent where a sign-in allows all or nothing. */
  examine?(session: Session): Promise<ExamineOutcome>;
  /** The day (YYYY-MM-DD) on which the network stops answering the version of its interface that is spoken here. */
  readonly versionEnds?: string;
  /** What there is to choose for an option whose choices are the account's own (`isAsked`); its own key is `option`. */
  optionChoices?(session: Session, option: string): Promise<ChoicesOutcome>;
  /** New credentials for old. Called under a lock; the caller saves the result before anything else happens. */
  refresh(session: Session): Promise<RefreshOutcome>;
  /** Tells the network to forget our credentials. Best effort; the caller forgets them either way. */
  revoke(session: Session): Promise<void>;

  /** Adds what publishing needs and may be done twice: resolves mentions, uploads images, makes the link card. Its result is frozen. */
  prepare(session: Session, part: OutgoingPart): Promise<PrepareOutcome>;
  /** The irreversible step. Sends exactly `request`, as `prepare` made it. */
  publish(session: Session, request: JsonObject): Promise<PublishOutcome>;
  /** Reads only: is what `request` would have made there? */
  reconcile(session: Session, request: JsonObject, asked: Asked): Promise<ReconcileOutcome>;
  /** Reads only: is a post with this content there, whoever or whatever sent it? For a database that was put back and forgot what it sent. */
  search?(session: Session, part: OutgoingPart, asked: Asked): Promise<ReconcileOutcome>;
  /** Takes a published part down. Already gone is fine. */
  remove(session: Session, published: Published): Promise<RemoveOutcome>;
  /** Changes the words of a published part, where the network can and what stands there is one of `seen`; `part` as for `prepare`. */
  edit?(
    session: Session,
    published: Published,
    part: OutgoingPart,
    seen: readonly string[],
  ): Promise<EditOutcome>;

  /** One page of what people did. Page on while `hasMore`; the cursor is opaque to everyone else. */
  collect(session: Session, cursor: Json): Promise<CollectOutcome>;
  /**
   * Calls back when the network tells that something happened; collecting stays the truth. `onEnd` comes once, when
   * the line is broken or was never there, with what went wrong where that was not the network; the caller decides
   * when to try again. Returns how to stop.
   */
  listen?(session: Session, onNews: () => void, onEnd: (problem?: unknown) => void): () => void;
  /** What the network sends to an address of ours; absent where it sends nothing, or to paying customers only. */
  readonly webhooks?: Webhooks;
  /** Has the network send what happens on this account; may be done twice. Absent where an app's own settings do. */
  subscribe?(session: Session): Promise<SubscribeOutcome>;
  /** Gives a favourite or a repost to somebody's post; may be done twice. `target` is a touchpoint's reply target. */
  appreciate?(
    session: Session,
    target: ReplyTarget,
    how: "like" | "repost",
  ): Promise<AppreciateOutcome>;
  /** Which post of ours stands at an address that a person pasted; undefined where the address does not tell. Asks nobody. */
  postAt?(account: { readonly handle: string }, url: string): Candidate | undefined;
  /** Counts per published part; parts the network does not know any more are left out. */
  measure(session: Session, published: readonly Published[]): Promise<MeasureOutcome>;

  /** What the network lets only people send from this account; absent where a tool may send all that a person may. Asks nobody. */
  toolRules?(account: { readonly handle: string }, replyTo: ReplyTarget | undefined): ToolRules;
  /** Its own page for writing a post, with the text filled in: for what only a person may send. Asks nobody. */
  composer?(text: string, replyTo: ReplyTarget | undefined): string;

  /**
   * A public document that the network's servers read at our address, `/api/networks/<key>/<path>`;
   * undefined where there is none at this path.
   */
  publicDocument?(
    context: ConnectorContext,
    path: string,
    address: { readonly publicUrl: string; readonly callbackUrl: string },
  ): Promise<object | undefined>;

  /** As plain data, for an estimate while somebody types; absent where publishing is free. */
  readonly prices?: PriceList;
  /** What publishing this part will cost; absent where it is free. */
  price?(part: Pick<OutgoingPart, "text" | "images" | "replyTo">): Price;
}

/** OAuth, by the book: the person leaves for the network and comes back with a code. */
export interface Authorization extends AuthorizationPage {
  begin(
    context: ConnectorContext,
    answers: Readonly<Record<string, string>>,
    callback: Callback,
  ): Promise<BeginOutcome>;
  /** `returned` is the query that the network sent the person back with. */
  finish(
    context: ConnectorContext,
    memory: JsonObject,
    returned: Readonly<Record<string, string>>,
    callback: Callback,
  ): Promise<ConnectOutcome>;
}

export interface Callback {
  /** Exact address that the network sends people back to. */
  readonly url: string;
  /** Ours, unguessable, comes back with the person. */
  readonly state: string;
  /** Where people reach this installation: scheme and host. */
  readonly publicUrl: string;
}

/** What is known of the post in doubt beside its bytes. */
export interface Asked {
  readonly firstIntentAt: Date;
  /**
   * It was sent once, and all that was sent is remembered: where nothing can be looked up, sending it
   * once more is open, as a probe. Absent, it is not.
   */
  readonly mayProbe?: boolean;
  /** Those of these posts of the network that belong to other deliveries already. */
  bound(remoteIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** The way out, and time. */
export interface ConnectorContext {
  readonly http: Http;
  readonly now: () => Date;
  readonly workspaceId: string;
  /** What the installation keeps for this network beside accounts: registered apps, a server's limits. Sealed. */
  readonly memory: NetworkMemory;
}

export interface NetworkMemory {
  recall(key: string): Promise<JsonObject | undefined>;
  remember(key: string, value: JsonObject): Promise<void>;
}

/** One account's way in. */
export interface Session extends ConnectorContext {
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
  /**
   * Where the network's servers can fetch the same for a day (`limits.images.isFetched`); undefined where
   * this installation has no address that the internet reaches.
   */
  readonly sharedImage: (mediaId: string) => Promise<string | undefined>;
  /** An uploaded video as it is stored, to be sent on piece by piece. */
  readonly video: (mediaId: string) => Promise<StoredVideo>;
}

export interface StoredVideo {
  readonly facts: VideoFacts;
  /** MIME type. */
  readonly type: string;
  readonly byteLength: number;
  /** From `start` to before `end`. */
  read(start: number, end: number): Promise<Uint8Array>;
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
  /** Never beside images. */
  readonly video?: { readonly mediaId: string; readonly alt: string } | undefined;
  readonly poll: Poll | undefined;
  /** Shown before the text, which is hidden until the reader asks for it. */
  readonly warning: string | undefined;
  readonly visibility: Visibility | undefined;
  /** Of `postOptions`: what was chosen for this account, the same for every part of a thread. */
  readonly options: OptionValues;
  /** How the post was made, where somebody said so. */
  readonly disclosure: Disclosure | undefined;
  /** What this part answers: the part before it in a thread, or somebody's post. */
  readonly replyTo: ReplyTarget | undefined;
  /** Fixed when the part is first prepared, so that a second preparation gives the same bytes. */
  readonly createdAt: Date;
}

export interface Poll {
  readonly options: readonly string[];
  readonly minutes: number;
  readonly isMultiple: boolean;
}
