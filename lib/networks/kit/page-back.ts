/** One page of a list that is shown newest first. */
export interface BackPage<Entry> {
  readonly kind: "ok";
  readonly entries: readonly Entry[];
  /** How the network names the page below; undefined at the list's end. */
  readonly next: string | undefined;
  /** Something in it is from before the instant that is looked for. */
  readonly isPast: boolean;
}

export interface PagedBack<Entry> {
  readonly kind: "ok";
  readonly entries: Entry[];
  /** It reached back far enough, or to the list's end. */
  readonly isComplete: boolean;
}

/** Reads page by page until one reaches back far enough. A network that shows the same page again is not asked for ever. */
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
