/** A place or a planned post of an account; `at` is an instant or a wall clock, as long as all are the same. */
interface At {
  readonly accountId: string;
  readonly at: string;
}

export interface PlaceAt extends At {
  readonly stageId: string | null;
}

export interface QueueAhead {
  /** In order. */
  readonly places: readonly PlaceAt[];
  /** What is planned already. */
  readonly occupied: readonly At[];
}

/**
 * The next free place for a post: where all its accounts that have places have one, or else where one has.
 * A stage's own places come first, then those for any stage. Nothing else may be planned at that instant on
 * any of the accounts.
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
