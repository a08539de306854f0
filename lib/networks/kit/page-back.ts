/** One page of a list that the network returns newest first. */
export interface BackPage<Entry> {
  readonly kind: "ok";
  readonly entries: readonly Entry[];
  /** The network's name of the next older page; undefined at the end of the list. */
  readonly next: string | undefined;
  /** The page contains an entry from before the time back to which the caller reads. */
  readonly isPast: boolean;
}

export interface PagedBack<Entry> {
  readonly kind: "ok";
  readonly entries: Entry[];
  /** The list was read back far enough, or to its end. */
  readonly isComplete: boolean;
}

/**
 * Reads pages until one reaches back far enough, at most `mostPages`. Stops if the network names the same
 * page again.
 */
export async function pageBack<Entry, Failed extends { readonly kind: string }>(
  mostPages: number,
  read: (page: string | undefined) => Promise<BackPage<Entry> | Failed>,
): Promise<PagedBack<Entry> | Failed> {
  const entries: Entry[] = [];
  let page: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answer = await read(page);
    if (!isPage(answer)) return answer;
    entries.push(...answer.entries);
    if (answer.isPast || answer.next === undefined)
      return { kind: "ok", entries, isComplete: true };
    if (answer.next === page) break;
    page = answer.next;
  }
  return { kind: "ok", entries, isComplete: false };
}

function isPage<Entry, Failed extends { readonly kind: string }>(
  answer: BackPage<Entry> | Failed,
): answer is BackPage<Entry> {
  return answer.kind === "ok";
}
