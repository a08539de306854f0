import { draw } from "../random.ts";
import type { Answer } from "./answer.ts";
import { isRelative, usualLagMs, type Kind } from "./kinds.ts";
import type { RemotePost, Truth } from "./truth.ts";

export interface Arrived {
  readonly kind: Kind;
  readonly account: string;
  readonly text: string;
  readonly replyTo: string | null;
  /** The idempotency key, the post's own id or the container, where the class has one. */
  readonly key: string;
}

/** What a network decides when a request arrives, and what happens when it has worked it off. */
export type Decision =
  | { readonly kind: "answered"; readonly answer: Answer }
  | { readonly kind: "accepted"; readonly accept: () => RemotePost };

const hour = 3_600_000;

/** The rules of each class. Duplicates are judged at arrival by what is there by then, as networks do: two at once get through. */
export class Rules {
  readonly truth: Truth;
  readonly #seed: number;
  readonly #keys = new Map<string, { post: RemotePost; at: number }>();
  readonly #containers = new Map<string, { arrived: Arrived; post?: RemotePost }>();

  constructor(truth: Truth, seed: number) {
    this.truth = truth;
    this.#seed = seed;
  }

  arrive(arrived: Arrived, now: () => number): Decision {
    const { kind, replyTo } = arrived;
    if (replyTo !== null && !this.truth.find(replyTo)) return no(400, { error: "reply-target" });
    if (isRelative(kind)) return accepted(() => this.#accept(arrived, now()));
    switch (kind) {
      case "key":
        return accepted(() => this.#once(arrived, now()));
      case "own-id":
        return this.#createOwn(arrived, now);
      case "container":
        return this.#publishContainer(arrived, now);
      case "duplicate-listing":
      case "refusal-only":
        return this.#refuseDuplicate(arrived, now);
      case "listing":
        return accepted(() => this.#accept(arrived, now()));
    }
  }

  makeContainer(arrived: Omit<Arrived, "key">): string {
    const id = `c${this.#containers.size + 1}`;
    this.#containers.set(id, { arrived: { ...arrived, key: id } });
    return id;
  }

  containerOf(id: string): { arrived: Arrived; post?: RemotePost } | undefined {
    return this.#containers.get(id);
  }

  #once(arrived: Arrived, now: number): RemotePost {
    const key = `${arrived.account}|${arrived.key}`;
    const known = this.#keys.get(key);
    if (known && now - known.at < hour) return known.post;
    const post = this.#accept(arrived, now);
    this.#keys.set(key, { post, at: now });
    return post;
  }

  /** A second time is an error that looks like an outage, as on Bluesky's servers. */
  #createOwn(arrived: Arrived, now: () => number): Decision {
    const { key } = arrived;
    if (this.truth.find(key)) return no(500, { error: "InternalServerError" });
    return accepted(() => this.truth.find(key) ?? this.#accept(arrived, now(), key));
  }

  #publishContainer(arrived: Arrived, now: () => number): Decision {
    const container = this.#containers.get(arrived.key);
    if (!container) return no(400, { error: "no such container" });
    if (container.post) return no(400, { error: "already-published" });
    return accepted(() => (container.post ??= this.#accept(container.arrived, now())));
  }

  #refuseDuplicate(arrived: Arrived, now: () => number): Decision {
    const [known] = this.truth.of(arrived.account, arrived.text);
    if (!known) return accepted(() => this.#accept(arrived, now()));
    if (arrived.kind === "duplicate-listing") return no(403, { error: "duplicate" });
    const isNamed = draw(this.#seed, "named", arrived.account, arrived.text) < 0.8;
    return no(422, { error: "duplicate", ...(isNamed && { named: known.id }) });
  }

  #accept({ kind, account, text, replyTo }: Arrived, now: number, id?: string): RemotePost {
    const post = { kind, account, text, replyTo, at: now, listedAt: now + this.#lag(kind, text) };
    return this.truth.accept(post, id);
  }

  /** Most posts are listed at once, some later, and a few after the settle time where the class survives that. */
  #lag(kind: Kind, text: string): number {
    const at = draw(this.#seed, "lag", kind, text);
    if (isRelative(kind) && at > 0.8) return 300_000;
    if (at < 0.7) return 0;
    if (at < 0.94) return draw(this.#seed, "how long", kind, text) * usualLagMs;
    // Refused as a duplicate and never shown: nobody but a person can find it.
    if (kind === "duplicate-listing" && at > 0.99) return Infinity;
    return 300_000;
  }
}

function no(status: number, body: object): Decision {
  return { kind: "answered", answer: { status, body } };
}

function accepted(accept: () => RemotePost): Decision {
  return { kind: "accepted", accept };
}
