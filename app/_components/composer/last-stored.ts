import type { Draft } from "./draft.ts";
import { copyKey } from "./local-copy.ts";

/** What a page was made from, or was stored since. */
export interface DraftStart {
  readonly draft: Draft;
  readonly postId: string | undefined;
  readonly version: number | undefined;
}

/** By person, workspace and post: what this tab knows that the server has. */
const stored = new Map<string, DraftStart>();

export function rememberStored(owner: string, start: DraftStart): void {
  if (start.postId) stored.set(copyKey(owner, start.postId), start);
}

export function forgetStored(owner: string, postId: string | undefined): void {
  stored.delete(copyKey(owner, postId));
}

/** The later one of what a page was made from and what was stored since. A new post may have got its id after that. */
export function lastStored(
  owner: string,
  start: DraftStart,
  addressed: string | undefined,
): DraftStart {
  const postId = start.postId ?? addressed;
  const known = postId ? stored.get(copyKey(owner, postId)) : undefined;
  return known && (known.version ?? 0) > (start.version ?? 0) ? known : start;
}
