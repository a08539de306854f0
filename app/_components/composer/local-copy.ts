import { readCopy } from "../primitives/browser-copy.ts";
import type { Draft } from "./draft.ts";

/** What is written, kept in this browser until the server has it: however the page is left, it is there on return. */
export interface LocalCopy {
  readonly draft: Draft;
  /** The version of the post that it was made from; absent for a new one. */
  readonly version?: number | undefined;
  /** What the new post is to be called: an answer that was lost makes no second one. */
  readonly newPostId?: string | undefined;
  /** What was on its way to the server when this was kept. */
  readonly sent?: Draft | undefined;
}

/** One a person, workspace and post. */
export function copyKey(owner: string, postId: string | undefined): string {
  return `shoutloop draft ${owner} ${postId ?? "new"}`;
}

/** Nothing where there is none, or where it cannot be read any more. */
export function readDraftCopy(key: string): LocalCopy | undefined {
  const copy = readCopy(key);
  return isCopy(copy) ? { ...copy, draft: { ...sinceBefore, ...copy.draft } } : undefined;
}

/** What a copy that an older version kept does not say. */
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
