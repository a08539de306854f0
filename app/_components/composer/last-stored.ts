import type { Draft } from "./draft.ts";
import { copyKey } from "./local-copy.ts";

/** The draft that a page was rendered from, or that was stored since. */
export interface DraftStart {
  readonly draft: Draft;
  readonly postId: string | undefined;
  readonly version: number | undefined;
}

/** Drafts stored by this tab, by user, workspace and post id. */
const stored = new Map<string, DraftStart>();

export function rememberStored(owner: string, start: DraftStart): void {
  if (start.postId) stored.set(copyKey(owner, start.postId), start);
}

export function forgetStored(owner: string, postId: string | undefined): void {
  stored.delete(copyKey(owner, postId));
}

/**
 * Returns the later one of the page's draft and the draft stored since. A new post may have got its id after
 * the page was rendered.
 */
export function lastStored(
  owner: string,
  start: DraftStart,
  addressed: string | undefined,
): DraftStart {
  const postId = start.postId ?? addressed;
  const known = postId ? stored.get(copyKey(owner, postId)) : undefined;
  return known && (known.version ?? 0) > (start.version ?? 0) ? known : start;
}
