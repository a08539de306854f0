/** The only way out to other machines; see lib/http. */
export interface Http {
  /**
   * Throws `HttpFailure` when no answer came. `timeoutMs` covers the whole exchange (default 20 s),
   * `maxBytes` the answer as it is read, unpacked (default 5 MB). Redirects are followed only for GET, at most three, each checked anew.
   */
  send(url: string, request?: HttpRequest): Promise<HttpResponse>;
  /**
   * Opens a stream of server-sent events, under the same guards; no redirect is followed. Throws `HttpFailure`
   * when no answer came, and so do its `events` when it breaks, falls silent or sends too large an event.
   */
  stream(url: string, request?: StreamRequest): Promise<EventStream>;
}

export interface StreamRequest {
  readonly headers?: Readonly<Record<string, string>>;
  /** Until the head of the answer (default 20 s). */
  readonly timeoutMs?: number;
  /** How long not a single byte may come (default 2 min): networks send heartbeats. */
  readonly quietMs?: number;
  /** Of one event (default 1 MB). */
  readonly maxEventBytes?: number;
}

export interface EventStream {
  readonly status: number;
  readonly headers: Headers;
  /** Ends when the other side or `close` ends it. To be read once. */
  readonly events: AsyncIterable<ServerEvent>;
  close(): void;
}

export interface ServerEvent {
  /** "message" where the sender gave no name. */
  readonly name: string;
  readonly data: string;
}

export interface HttpRequest {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** Of a larger answer the first `maxBytes` are enough: it does not fail. */
  readonly isHeadEnough?: boolean;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  /** After redirects. */
  readonly url: string;
}

/** `sent` is false only where it is certain that no byte of the request reached the other side. */
export class HttpFailure extends Error {
  override name = "HttpFailure";
  readonly sent: boolean;
  readonly reason: HttpFailureReason;

  /** By name: the web bundle has a copy of this class and meets failures of the worker's. */
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

/** Seals what must not be read from a stolen database. The place it is stored at is part of the seal. */
export interface Secrets {
  /** `workspaceId`, `rowId` and `column` must be the same when opening, or opening throws. */
  seal(plain: string, place: SealedPlace): string;
  open(sealed: string, place: SealedPlace): string;
  /** HMAC for tokens we hand out (invitations, sessions); `purpose` keeps one kind from passing as another. */
  sign(purpose: string, text: string): string;
  /** Keyed SHA-256 for look-ups of secrets that are never stored themselves. */
  fingerprint(purpose: string, text: string): string;
}

export interface SealedPlace {
  readonly workspaceId: string;
  readonly rowId: string;
  readonly column: string;
}

/**
 * The last deliveries that left from this machine, kept beside the database. A database that was
 * put back, or failed over, has forgotten them; this has not.
 */
export interface SendJournal {
  /** With every intent, after its commit and before it leaves. Takes microseconds. */
  append(intent: JournalEntry): void;
  /** Oldest first. */
  entries(): readonly JournalEntry[];
  /** Once the database is known to be older, and everything in it is doubted. */
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

/** The way out for e-mail to people. */
export interface Mail {
  /** What links in e-mails begin with: scheme and host, without a final slash. */
  readonly publicUrl: string;
  /** Resolves once the mail server has taken it, throws where it has not. */
  send(email: Email): Promise<void>;
}

export interface Email {
  /** The same id is the same e-mail: who gets it twice can tell. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** A member of the team wrote it, or read it, and sends it to somebody: not a machine's letter. */
  readonly isPersonal?: boolean;
}

/** Lets the servers of networks fetch pictures of ours for a day. */
export interface MediaShare {
  /** An address on the public internet that shows the picture. */
  addressOf(image: SharedImage): Promise<string>;
}

export interface SharedImage {
  readonly workspaceId: string;
  readonly mediaId: string;
  /** What the network takes; the picture is made to fit. */
  readonly fit: ImageFit;
}

export interface ImageFit {
  readonly maxBytes: number;
  readonly maxSide: number;
  /** What else there is becomes JPEG; absent where all that we keep is taken. */
  readonly types?: readonly ("image/jpeg" | "image/png" | "image/webp")[];
}
