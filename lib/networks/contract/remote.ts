export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/**
 * `root` is the first post of the thread, `parent` the post to reply to. Both in the connector's own format.
 */
export interface ReplyTarget {
  readonly root: Json;
  readonly parent: Json;
}

export interface Published {
  readonly remoteId: string;
  /** What a later reply or deletion needs, in the connector's own format. */
  readonly reference: Json;
  readonly url: string;
}

/** A post found on the network that might be the delivery in doubt, for a person to choose from. */
export interface Candidate extends Published {
  readonly text: string;
  /** ISO 8601 in UTC, because candidates are stored as JSON. */
  readonly at: string;
}

export interface RemotePerson {
  readonly remoteId: string;
  /** Absent if the network cannot tell it now; the last known handle is kept. */
  readonly handle?: string;
  readonly displayName?: string;
  readonly avatarUrl?: string;
  readonly url?: string;
  /** The person's profile text, as plain text or HTML. */
  readonly about?: string;
}

/** A touchpoint as read from the network. */
export interface RemoteTouchpoint {
  /** Unique on the network, and the same each time the touchpoint is read. */
  readonly remoteId: string;
  readonly type:
    | "follow"
    | "like"
    | "repost"
    | "reply"
    | "mention"
    | "quote"
    | "review"
    /** Visible only to the account and the person: its text is never quoted. */
    | "direct-message";
  readonly at: Date;
  readonly person: RemotePerson;
  /** Our published part that the touchpoint is about. */
  readonly onRemoteId?: string;
  /** The reply answers another person's post below our part. */
  readonly isAnswerToOther?: boolean;
  /** What a reply to it needs, in the connector's own format. */
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
