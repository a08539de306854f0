import { createHmac, timingSafeEqual } from "node:crypto";

import type { SignedMessage, WebhookNews, Webhooks } from "../contract/webhooks.ts";

/**
 * What the webhooks of Facebook, Instagram and Threads share: the address, the verify token and the
 * signature.
 */
export const metaWebhooks: Pick<Webhooks, "family" | "answerChallenge" | "isSigned"> = {
  family: "meta",
  answerChallenge,
  isSigned,
};

/** Meta's challenges are numbers. Anything with other characters is not echoed. */
const challengeShape = /^[\w.-]{1,200}$/;

function answerChallenge(query: URLSearchParams, verifyToken: string): string | undefined {
  const challenge = query.get("hub.challenge") ?? "";
  const isAsked = query.get("hub.mode") === "subscribe" && challengeShape.test(challenge);
  const given = Buffer.from(query.get("hub.verify_token") ?? "");
  const ours = Buffer.from(verifyToken);
  const isKnown = given.length === ours.length && timingSafeEqual(given, ours);
  return isAsked && isKnown ? challenge : undefined;
}

/** Tries every secret, so that the duration does not reveal which one matches. */
function isSigned({ bytes, headers }: SignedMessage, secrets: readonly string[]): boolean {
  const given = /^sha256=([\da-f]{64})$/.exec(headers.get("x-hub-signature-256") ?? "")?.[1];
  if (!given) return false;
  const theirs = Buffer.from(given, "hex");
  const found = secrets.filter((secret) =>
    timingSafeEqual(createHmac("sha256", secret).update(bytes).digest(), theirs),
  );
  return found.length > 0;
}

/**
 * Reads a message about one `object` of the Graph API. Each entry belongs to an account and has a list of
 * changes, a field of its own, or direct messages. Uses no schema, because a message may have hundreds of
 * thousands of entries.
 */
export function readEntries(
  body: unknown,
  object: string,
  fields: readonly string[],
): WebhookNews | undefined {
  if (!isRecord(body) || body["object"] !== object || !Array.isArray(body["entry"]))
    return undefined;
  const tally = new Tally(fields);
  for (const entry of body["entry"] as unknown[]) {
    if (isRecord(entry)) tally.add(idIn(entry["id"]), fieldsIn(entry));
    else tally.ignore("entry");
  }
  return tally.news();
}

/** Collects which accounts a message names, and counts the changes that we do not handle. */
export class Tally {
  readonly #fields: ReadonlySet<string>;
  readonly #about = new Set<string>();
  #ignored = 0;
  #lastIgnored: string | undefined;

  constructor(fields: readonly string[]) {
    this.#fields = new Set(fields);
  }

  add(id: string | undefined, named: readonly string[]): void {
    if (named.length === 0) this.ignore("entry");
    for (const field of named) {
      if (id !== undefined && this.#fields.has(field)) this.#about.add(id);
      else this.ignore(field);
    }
  }

  ignore(name: string): void {
    this.#ignored += 1;
    this.#lastIgnored = name;
  }

  news(): WebhookNews {
    return { about: this.#about, ignored: this.#ignored, lastIgnored: this.#lastIgnored };
  }
}

function fieldsIn(entry: Readonly<Record<string, unknown>>): string[] {
  const { field, changes, messaging } = entry;
  const changed = Array.isArray(changes) ? (changes as unknown[]) : [];
  const named = changed.map((change) => (isRecord(change) ? change["field"] : undefined));
  const all = [...named, ...(field === undefined ? [] : [field])];
  const told = all.map((name) => (typeof name === "string" ? name : "entry"));
  return Array.isArray(messaging) ? [...told, "messaging"] : told;
}

/** Accepts ids only as text, because they exceed the exact range of a JavaScript number. */
export function idIn(value: unknown): string | undefined {
  return typeof value === "string" && /^\d{1,40}$/.test(value) ? value : undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
