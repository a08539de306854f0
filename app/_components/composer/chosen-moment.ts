import { dropCopy, keepCopy, readCopy } from "../primitives/browser-copy.ts";
import type { When } from "./draft.ts";
import { copyKey } from "./local-copy.ts";

interface MomentCopy {
  readonly when: When;
  /** The time that the page showed by default; null if it showed none. */
  readonly before: string | null;
}

/**
 * The time chosen for a post, kept in this browser until the post is planned: the server stores no time for a
 * draft.
 */
export class ChosenMoment {
  readonly #owner: string;
  #postId: string | undefined;
  #before: string | null = null;

  constructor(owner: string, postId: string | undefined) {
    this.#owner = owner;
    this.#postId = postId;
  }

  /**
   * Returns the kept choice if the page shows the same default time as when it was kept. Otherwise the time
   * asked for, or the new plan of the post, takes precedence.
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

  /** Sets the id of the open post. */
  readonly belongTo = (postId: string | undefined): void => {
    this.#postId = postId;
  };

  /** Moves the copy to another post id, or to none. The page of a draft has no default time. */
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
