import { dropCopy, keepCopy, readCopy } from "../primitives/browser-copy.ts";
import type { When } from "./draft.ts";
import { copyKey } from "./local-copy.ts";

interface MomentCopy {
  readonly when: When;
  /** The time that the page showed by itself: null where it showed none. */
  readonly before: string | null;
}

/** The moment that somebody chose for a post, kept in this browser until the post is planned: a draft has none on the server. */
export class ChosenMoment {
  readonly #owner: string;
  #postId: string | undefined;
  #before: string | null = null;

  constructor(owner: string, postId: string | undefined) {
    this.#owner = owner;
    this.#postId = postId;
  }

  /**
   * What was chosen when the page was left, where the page shows the same by itself as then: who asks for
   * another time, or finds the post planned otherwise, gets that.
   */
  readonly begin = (shown: When, isScheduled: boolean): When | undefined => {
    this.#before = timeOf(shown);
    const copy = asCopy(readCopy(this.#key()));
    if (copy && copy.before === this.#before)
      return isSame(copy.when, shown) ? undefined : copy.when;
    if (this.#before !== null && !isScheduled) this.keep(shown);
    return undefined;
  };

  readonly keep = (when: When): void => {
    keepCopy(this.#key(), { when, before: this.#before } satisfies MomentCopy);
  };

  readonly drop = (): void => dropCopy(this.#key());

  /** The post that is on the screen. */
  readonly belongTo = (postId: string | undefined): void => {
    this.#postId = postId;
  };

  /** The post on the screen has got another id, or none any more; a draft's page shows no time by itself. */
  readonly call = (postId: string | undefined): void => {
    const copy = asCopy(readCopy(this.#key()));
    this.drop();
    this.#postId = postId;
    this.#before = null;
    if (copy) this.keep(copy.when);
  };

  #key(): string {
    return `${copyKey(this.#owner, this.#postId)} moment`;
  }
}

function timeOf({ kind, chosenAt }: When): string | null {
  return kind === "chosen" ? chosenAt : null;
}

function isSame(one: When, other: When): boolean {
  return one.kind === other.kind && timeOf(one) === timeOf(other);
}

function asCopy(value: unknown): MomentCopy | undefined {
  const { when, before } = (value ?? {}) as { when?: Partial<When> | null; before?: unknown };
  const { kind, chosenAt } = when ?? {};
  const isKnown = kind === "next" || kind === "chosen";
  if (!isKnown || typeof chosenAt !== "string") return undefined;
  return before === null || typeof before === "string"
    ? { when: { kind, chosenAt }, before }
    : undefined;
}
