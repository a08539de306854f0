const quietMs = 120;
const longestMs = 350;

/** Lets those that come together go on together: once all are here, or nobody came for a while. */
export class Gathering {
  readonly #awaited: Set<string>;
  #here: { key: string; go: (all: string[]) => void }[] = [];
  #quiet: NodeJS.Timeout | undefined;
  #latest: NodeJS.Timeout | undefined;

  constructor(keys: readonly string[]) {
    this.#awaited = new Set(keys);
  }

  /** Resolves to everyone who came; to undefined for somebody who is not awaited any more. */
  join(key: string): Promise<string[]> | undefined {
    if (!this.#awaited.delete(key)) return undefined;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#go(), this.#awaited.size === 0 ? 0 : quietMs);
    this.#latest ??= setTimeout(() => this.#go(), longestMs);
    return new Promise((go) => this.#here.push({ key, go }));
  }

  #go(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#latest);
    this.#latest = undefined;
    const here = this.#here;
    this.#here = [];
    const all = here.map(({ key }) => key);
    for (const { go } of here) go(all);
  }
}
