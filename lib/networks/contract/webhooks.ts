/**
 * Messages that a network sends to our address when something happened. They only trigger `collect` for the
 * accounts concerned; their content is not stored. A message that comes twice, late, out of order or not at
 * all therefore does no harm.
 */
export interface Webhooks {
  /** Networks of one family share the address `/api/webhooks/<family>` and one verify token. */
  readonly family: string;
  /** The subscriptions to switch on in the developer's app, by the network's own names. */
  readonly fields: readonly string[];
  /** Returns the answer to the network's check of our address; undefined if the verify token is wrong. */
  answerChallenge(query: URLSearchParams, verifyToken: string): string | undefined;
  /** Whether exactly these bytes are signed with one of these app secrets. */
  isSigned(message: SignedMessage, secrets: readonly string[]): boolean;
  /** Returns undefined if the message is about another network of the family. */
  read(body: unknown): WebhookNews | undefined;
}

export interface SignedMessage {
  readonly bytes: Buffer;
  readonly headers: Headers;
}

export interface WebhookNews {
  /** The network's ids of the accounts on which something happened. */
  readonly about: ReadonlySet<string>;
  /** The number of changes in the message that we do not handle. */
  readonly ignored: number;
  /** The network's name for the last ignored change. */
  readonly lastIgnored?: string | undefined;
}
