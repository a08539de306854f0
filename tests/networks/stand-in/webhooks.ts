import { createHmac } from "node:crypto";

/** Where messages are delivered: the product, as if it were at the end of a line. */
type Deliver = (request: Request) => Promise<Response>;

/** The part of Meta that sends: it asks once whether the address is the app's, and signs what it sends. */
export class WebhookSender {
  readonly #secret: string;
  #callback: { address: string; deliver: Deliver } | undefined;
  /** Subscribed fields, by the account's id. */
  readonly subscriptions = new Map<string, readonly string[]>();

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** As the form in the developer's app does; what came back where that is not the challenge. */
  async setUp(address: string, verifyToken: string, deliver: Deliver): Promise<string | undefined> {
    const challenge = "1158201444";
    const query = new URLSearchParams({
      "hub.mode": "subscribe",
      "hub.challenge": challenge,
      "hub.verify_token": verifyToken,
    });
    const answer = await deliver(new Request(`${address}?${query.toString()}`));
    const text = await answer.text();
    if (answer.status !== 200 || text !== challenge) return `${answer.status} ${text}`;
    this.#callback = { address, deliver };
    return undefined;
  }

  /** The status of the answer; undefined where nothing is sent, since the app never named an address. */
  async send(message: object | string, secret = this.#secret): Promise<number | undefined> {
    if (!this.#callback) return undefined;
    const { address, deliver } = this.#callback;
    const body = typeof message === "string" ? message : JSON.stringify(message);
    const signature = createHmac("sha256", secret).update(body).digest("hex");
    const headers = {
      "content-type": "application/json",
      "x-hub-signature-256": `sha256=${signature}`,
    };
    return (await deliver(new Request(address, { method: "POST", body, headers }))).status;
  }
}

/** Changes of one field on one account, as the Graph tells them. */
export function graphMessage(
  object: string,
  id: string,
  field: string,
  ...values: object[]
): object {
  const changes = values.map((value) => ({ field, value }));
  return { object, entry: [{ id, time: 1_520_383_571, changes }] };
}
