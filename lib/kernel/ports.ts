/** The only way to send HTTP requests to other machines; implemented in lib/http. */
export interface Http {
  /**
   * Throws `HttpFailure` when no answer came. `timeoutMs` covers the whole exchange (default 20 s),
   * `maxBytes` the decompressed body (default 5 MB). Follows at most three redirects, only for GET and each
   * checked anew; with an authorization header, only to the same origin.
   */
  send(url: string, request?: HttpRequest): Promise<HttpResponse>;
  /**
   * Opens a stream of server-sent events under the same address checks; redirects are not followed. Throws
   * `HttpFailure` when no answer came. Iterating `events` throws it when the stream breaks, is silent for too
   * long or sends too large an event.
   */
  stream(url: string, request?: StreamRequest): Promise<EventStream>;
}

export interface StreamRequest {
  readonly headers?: Readonly<Record<string, string>>;
  /** Time until the response headers arrive (default 20 s). */
  readonly timeoutMs?: number;
  /** Longest time without a single byte (default 2 min); networks send heartbeats. */
  readonly quietMs?: number;
  /** Largest size of one event (default 1 MB). */
  readonly maxEventBytes?: number;
}

export interface EventStream {
  readonly status: number;
  readonly headers: Headers;
  /** Ends when the server or `close` ends the stream. Can be iterated once. */
  readonly events: AsyncIterable<ServerEvent>;
  close(): void;
}

export interface ServerEvent {
  /** "message" if the server gave no name. */
  readonly name: string;
  readonly data: string;
}

export interface HttpRequest {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | StreamedBody;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** If the body is larger than `maxBytes`, returns its first `maxBytes` instead of throwing. */
  readonly isHeadEnough?: boolean;
}

/** A body that is too large to be held in memory. `pieces` is called once per attempt to send it. */
export interface StreamedBody {
  readonly byteLength: number;
  pieces(): AsyncIterable<Uint8Array>;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  /** The final address, after redirects. */
  readonly url: string;
}

/** A failed HTTP exchange. `sent` is false only if certainly no byte of the request reached the server. */
export class HttpFailure extends Error {
  override name = "HttpFailure";
  readonly sent: boolean;
  readonly reason: HttpFailureReason;

  /**
   * Compares by name, because the web bundle has its own copy of this class and receives failures of the
   * worker's.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "HttpFailure";
  }

  constructor(reason: HttpFailureReason, sent: boolean, message: string) {
    super(message);
    this.reason = reason;
    this.sent = sent;
  }
}

export type HttpFailureReason =
  | "private-address"
  | "not-https"
  | "bad-address"
  | "not-found"
  | "unreachable"
  | "timeout"
  | "too-large"
  | "reset";

/** Encrypts values that must not be readable in a stolen database. */
export interface Secrets {
  /**
   * Encrypts a value for one place. Opening throws unless `workspaceId`, `rowId` and `column` are the same.
   */
  seal(plain: string, place: SealedPlace): string;
  open(sealed: string, place: SealedPlace): string;
  /**
   * Returns an HMAC for tokens that we issue (invitations, sessions). `purpose` keeps a token of one kind
   * from being accepted as another.
   */
  sign(purpose: string, text: string): string;
  /** Returns an HMAC-SHA-256 to look up secrets that are not stored themselves. */
  fingerprint(purpose: string, text: string): string;
}

export interface SealedPlace {
  readonly workspaceId: string;
  readonly rowId: string;
  readonly column: string;
}

/**
 * The latest send intents of this machine, stored beside the database. A restored or failed-over database has
 * lost them; this journal has not.
 */
export interface SendJournal {
  /** Called for every intent, after its commit and before the request leaves. Takes microseconds. */
  append(intent: JournalEntry): void;
  /** Returns the entries, oldest first. */
  entries(): readonly JournalEntry[];
  /** Called after safe mode was entered, which covers the deliveries in the journal. */
  clear(): void;
}

export interface JournalEntry {
  readonly deliveryId: string;
  readonly fence: number;
  /** The delivery's `intentAt`. */
  readonly at: Date;
}

export interface Log {
  info(detail: object, message: string): void;
  warn(detail: object, message: string): void;
  error(detail: object, message: string): void;
}

/** Sends e-mail to people. */
export interface Mail {
  /** Base URL of links in e-mails: scheme and host, without a final slash. */
  readonly publicUrl: string;
  /** Resolves once the mail server has accepted the e-mail; throws if it has not. */
  send(email: Email): Promise<void>;
}

export interface Email {
  /** Becomes the Message-ID, so that a recipient's mail program can recognize a duplicate. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Written or approved by a team member and sent to a person, not an automatic e-mail. */
  readonly isPersonal?: boolean;
}

/** Gives networks' servers access to our images for a day. */
export interface MediaShare {
  /** Returns a public internet URL of the image. */
  addressOf(image: SharedImage): Promise<string>;
  /** Takes away copies whose addresses have ended; absent where there are none. */
  tidy?(): Promise<void>;
}

export interface SharedImage {
  readonly workspaceId: string;
  readonly mediaId: string;
  /** Limits of the network; the image is converted to fit them. */
  readonly fit: ImageFit;
}

export interface ImageFit {
  readonly maxBytes: number;
  readonly maxSide: number;
  /** Accepted types; images of other types are converted to JPEG. Absent if all stored types are accepted. */
  readonly types?: readonly ("image/jpeg" | "image/png" | "image/webp")[];
}
