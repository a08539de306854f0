/**
 * Messages that a network sends to an address of ours when something happened. They only say where to look, and
 * looking is `collect`: what a message tells of an event is never taken for the event, so that one which comes twice,
 * late, in another order or not at all changes nothing of what is known.
 */
export interface Webhooks {
  /** Networks of one family send to one address, `/api/webhooks/<family>`, and are set up with one token. */
  readonly family: string;
  /** What has to be switched on in the developer's app, by the network's own names. */
  readonly fields: readonly string[];
  /** What is answered where the network asks whether the address is ours; undefined where it does not know the token. */
  answerChallenge(query: URLSearchParams, verifyToken: string): string | undefined;
  /** Whether whoever knows one of these secrets of apps wrote exactly these bytes. */
  isSigned(message: SignedMessage, secrets: readonly string[]): boolean;
  /** Undefined where the message is of another network of the family. */
  read(body: unknown): WebhookNews | undefined;
}

export interface SignedMessage {
  readonly bytes: Buffer;
  readonly headers: Headers;
}

export interface WebhookNews {
  /** Accounts that something happened on, by the network's ids. */
  readonly about: ReadonlySet<string>;
  /** How much of it is nothing that we look at. */
  readonly ignored: number;
  /** The network's name for the last of that. */
  readonly lastIgnored?: string | undefined;
}
