import type { Draft } from "./draft.ts";

/** What is written, kept in this browser until the server has it: however the page is left, it is there on return. */
export interface LocalCopy {
  readonly draft: Draft;
  /** The version of the post that it was made from; absent for a new one. */
  readonly version?: number | undefined;
  /** What was on its way to the server when this was kept. */
  readonly sent?: Draft | undefined;
}

/** One a person, workspace and post. */
export function copyKey(owner: string, postId: string | undefined): string {
  return `shoutloop draft ${owner} ${postId ?? "new"}`;
}

export function keepCopy(key: string, copy: LocalCopy): void {
  withStorage((storage) => storage.setItem(key, JSON.stringify(copy)));
}

export function dropCopy(key: string): void {
  withStorage((storage) => storage.removeItem(key));
}

/** Nothing where there is none, or where it cannot be read any more. */
export function readCopy(key: string): LocalCopy | undefined {
  return withStorage((storage) => {
    const copy: unknown = JSON.parse(storage.getItem(key) ?? "null");
    return isCopy(copy) ? copy : undefined;
  });
}

/** A browser may forbid it, or have no room: then there is no copy. */
function withStorage<Value>(work: (storage: Storage) => Value): Value | undefined {
  try {
    return work(window.localStorage);
  } catch {
    return undefined;
  }
}

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
