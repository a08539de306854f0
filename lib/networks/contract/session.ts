import type { Http } from "../../kernel/ports.ts";
import type { JsonObject } from "./remote.ts";
import type { VideoFacts } from "./video.ts";

/** What a connector gets without an account: HTTP client, clock, workspace and memory. */
export interface ConnectorContext {
  readonly http: Http;
  readonly now: () => Date;
  readonly workspaceId: string;
  /**
   * What the installation remembers for this network apart from accounts, for example registered apps or a
   * server's limits. Stored encrypted.
   */
  readonly memory: NetworkMemory;
}

export interface NetworkMemory {
  recall(key: string): Promise<JsonObject | undefined>;
  remember(key: string, value: JsonObject): Promise<void>;
}

/** What a connector gets to act as one connected account. */
export interface Session extends ConnectorContext {
  readonly account: {
    readonly id: string;
    readonly remoteId: string;
    readonly handle: string;
    /** Scheme and host that the credentials belong to. They are never sent elsewhere. */
    readonly origin: string;
  };
  /** The credentials as `connect` or `refresh` returned them. */
  readonly credentials: JsonObject;
  /** Returns the bytes of an uploaded image, re-encoded to fit `limits.images`. */
  readonly image: (mediaId: string) => Promise<EncodedImage>;
  /**
   * Returns an address at which the network's servers can fetch the same image for a day
   * (`limits.images.isFetched`); undefined if this installation has no public address.
   */
  readonly sharedImage: (mediaId: string) => Promise<string | undefined>;
  /** Opens an uploaded video as stored, to be read in pieces. */
  readonly video: (mediaId: string) => Promise<StoredVideo>;
}

export interface StoredVideo {
  readonly facts: VideoFacts;
  readonly type: string;
  readonly byteLength: number;
  /** Reads the bytes from `start` (inclusive) to `end` (exclusive). */
  read(start: number, end: number): Promise<Uint8Array>;
}

export interface EncodedImage {
  readonly bytes: Buffer;
  readonly type: "image/jpeg" | "image/png" | "image/webp";
  readonly width: number;
  readonly height: number;
}
