import { keyOf } from "../points.ts";
import type { Kind } from "./kinds.ts";

/** A post that anyone on the network can see. */
export interface RemotePost {
  readonly id: string;
  readonly kind: Kind;
  readonly account: string;
  readonly text: string;
  readonly replyTo: string | null;
  /** Fast milliseconds. */
  readonly at: number;
  /** Listings leave it out until then; Infinity: for ever. */
  readonly listedAt: number;
}

export type NewPost = Omit<RemotePost, "id">;

/** What really is on all networks, in order of acceptance: nobody but the judge and the networks reads it. */
export class Truth {
  readonly posts: RemotePost[] = [];
  readonly #byKey = new Map<string, RemotePost[]>();
  readonly #byAccount = new Map<string, RemotePost[]>();
  #last = 0;

  accept(post: NewPost, id = `${post.kind}-${(this.#last += 1)}`): RemotePost {
    const accepted = { ...post, id };
    this.posts.push(accepted);
    const same = this.of(post.account, post.text);
    this.#byKey.set(keyOf(post.account, post.text), [...same, accepted]);
    const ofAccount = this.#byAccount.get(post.account);
    if (ofAccount) ofAccount.push(accepted);
    else this.#byAccount.set(post.account, [accepted]);
    return accepted;
  }

  of(account: string, text: string): readonly RemotePost[] {
    return this.#byKey.get(keyOf(account, text)) ?? [];
  }

  find(id: string): RemotePost | undefined {
    return this.posts.find((post) => post.id === id);
  }

  /** What a listing shows now, newest first. */
  listed(account: string, now: number): RemotePost[] {
    const shown = (this.#byAccount.get(account) ?? []).filter((post) => post.listedAt <= now);
    return shown.toReversed();
  }
}
