import { readCopy } from "../primitives/browser-copy.ts";
import type { Draft } from "./draft.ts";

/**
 * An unsaved draft, kept in this browser until the server has stored it, so that it is not lost when the page
 * is left.
 */
export interface LocalCopy {
  readonly draft: Draft;
  /** The post's version on which the draft is based; undefined for a new post. */
  readonly version?: number | undefined;
  /** Id for the new post. It is kept so that a repeated save after a lost answer creates no second post. */
  readonly newPostId?: string | undefined;
  /** The draft that was being sent when the copy was made. */
  readonly sent?: Draft | undefined;
}

/** Returns the storage key: one copy per user, workspace and post. */
export function copyKey(owner: string, postId: string | undefined): string {
  return `shoutloop draft ${owner} ${postId ?? "new"}`;
}

/** Returns the copy; undefined if there is none or it cannot be parsed. */
export function readDraftCopy(key: string): LocalCopy | undefined {
  const copy = readCopy(key);
  return isCopy(copy) ? { ...copy, draft: { ...sinceBefore, ...copy.draft } } : undefined;
}

/** Defaults for fields that copies made by an older version lack. */
const sinceBefore = { options: {}, disclosure: null };

function isCopy(value: unknown): value is LocalCopy {
  const { draft } = (value ?? {}) as { draft?: Partial<Draft> | null };
  return (
    typeof draft === "object" &&
    Array.isArray(draft?.accountIds) &&
    Array.isArray(draft.parts) &&
    draft.parts.length > 0 &&
    draft.parts.every((part) => typeof part?.text === "string" && Array.isArray(part.images)) &&
    typeof draft.versions === "object"
  );
}
