import type { Asked } from "../contract/connector.ts";

/**
 * Returns the entries that belong to no other delivery, in their order. `idOf` returns an entry's `remoteId`.
 */
export async function excludeBound<Entry>(
  asked: Pick<Asked, "bound">,
  entries: readonly Entry[],
  idOf: (entry: Entry) => string,
): Promise<Entry[]> {
  const bound = await asked.bound(entries.map(idOf));
  return entries.filter((entry) => !bound.has(idOf(entry)));
}
