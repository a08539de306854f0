/**
 * A place or a planned post of an account. `at` is an instant or a wall-clock time, the same kind throughout.
 */
interface At {
  readonly accountId: string;
  readonly at: string;
}

export interface PlaceAt extends At {
  readonly stageId: string | null;
}

export interface QueueAhead {
  /** Earliest first. */
  readonly places: readonly PlaceAt[];
  /** Places at which a post is planned. */
  readonly occupied: readonly At[];
}

/**
 * Returns the next free place for a post: one that all its accounts with open places share, otherwise the
 * first of any of them. Places of the post's stage come before places for any stage. A place is free if none
 * of the accounts has a post at that time.
 */
export function nextPlace(
  { places, occupied }: QueueAhead,
  post: { readonly accountIds: readonly string[]; readonly stageId: string | null },
): string | undefined {
  const mine = new Set(post.accountIds);
  const full = new Set(occupied.flatMap((one) => (mine.has(one.accountId) ? [one.at] : [])));
  const open = places.filter(({ accountId, at }) => mine.has(accountId) && !full.has(at));
  const own = open.filter(({ stageId }) => stageId !== null && stageId === post.stageId);
  return firstOf(own) ?? firstOf(open.filter(({ stageId }) => stageId === null));
}

function firstOf(places: readonly PlaceAt[]): string | undefined {
  const accounts = new Set(places.map(({ accountId }) => accountId)).size;
  const times = new Map<string, number>();
  for (const { at } of places) times.set(at, (times.get(at) ?? 0) + 1);
  const shared = [...times].find(([, count]) => count === accounts);
  return shared?.[0] ?? places[0]?.at;
}
