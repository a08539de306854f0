export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

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

/** A post found on the network that might be the one in doubt, for a person to pick from. */
export interface Candidate extends Published {
  readonly text: string;
  /** ISO 8601, UTC: candidates are stored as JSON. */
  readonly at: string;
}

export interface RemotePerson {
  readonly remoteId: string;
  /** Absent where the network cannot tell it at the moment: the last one known stays. */
  readonly handle?: string;
  readonly displayName?: string;
  readonly avatarUrl?: string;
  readonly url?: string;
  /** What they say of themselves, as text or HTML. */
  readonly about?: string;
}

/** Something that somebody did with us, as the network tells it. */
export interface RemoteTouchpoint {
  /** Unique on the network and the same however often it is read. */
  readonly remoteId: string;
  readonly type:
    | "follow"
    | "like"
    | "repost"
    | "reply"
    | "mention"
    | "quote"
    | "review"
    /** Only we and they can read it: it is never quoted. */
    | "direct-message";
  readonly at: Date;
  readonly person: RemotePerson;
  /** Our published part that it is about. */
  readonly onRemoteId?: string;
  /** It answers what another person wrote under that part. */
  readonly isAnswerToOther?: boolean;
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
