import { z } from "zod";

import type { Json } from "../contract/remote.ts";
import { readWalk, type WalkCursor } from "../kit/walk.ts";

/** Where collecting stands, and the id that an older version had come to: the first walk ends there. */
export type Cursor = WalkCursor & { since?: string };

/** As older versions kept it: by ids, which were read as numbers. */
const older = z.object({ mark: z.string().nullable(), isFirst: z.boolean() });

export function readCursor(stored: Json): Cursor {
  const before = older.safeParse(stored).data;
  if (before) return { ...readWalk(null), ...(before.mark && { since: before.mark }) };
  const since = z.object({ since: z.string() }).safeParse(stored).data;
  return { ...readWalk(stored), ...since };
}

/** What a page shows of the time after `since`. */
export function newerThan<Entry extends { readonly id: string }>(
  { since }: Cursor,
  page: readonly Entry[],
): { readonly newer: readonly Entry[]; readonly isMet: boolean } {
  const at = since === undefined ? -1 : page.findIndex(({ id }) => id === since);
  return at === -1 ? { newer: page, isMet: false } : { newer: page.slice(0, at), isMet: true };
}
