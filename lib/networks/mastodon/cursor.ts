import { z } from "zod";

import type { Json } from "../contract/remote.ts";
import { readWalk, type WalkCursor } from "../kit/walk.ts";

/**
 * How far notifications were read. `since` is the last id that an older release of this product had read; the
 * first walk ends there.
 */
export type Cursor = WalkCursor & { since?: string };

/** The cursor of older releases of this product, which compared ids as numbers. */
const older = z.object({ mark: z.string().nullable(), isFirst: z.boolean() });

export function readCursor(stored: Json): Cursor {
  const before = older.safeParse(stored).data;
  if (before) return { ...readWalk(null), ...(before.mark && { since: before.mark }) };
  const since = z.object({ since: z.string() }).safeParse(stored).data;
  return { ...readWalk(stored), ...since };
}

/** Returns the entries above `since`, and whether `since` was found on this page. */
export function newerThan<Entry extends { readonly id: string }>(
  { since }: Cursor,
  page: readonly Entry[],
): { readonly newer: readonly Entry[]; readonly isMet: boolean } {
  const at = since === undefined ? -1 : page.findIndex(({ id }) => id === since);
  return at === -1 ? { newer: page, isMet: false } : { newer: page.slice(0, at), isMet: true };
}
