import type { draftInput } from "./draft.ts";

export type SaveState =
  | { kind: "untouched" }
  | { kind: "saving" }
  | { kind: "saved"; at: Date }
  /** `refusal` is a message key under `refusals`; undefined if the server did not answer. */
  | { kind: "failed"; refusal?: string; detail?: Readonly<Record<string, string | number>> };

type Refused = { ok: false; refusal: string; detail: Readonly<Record<string, string | number>> };
type Saved = { ok: true; value: { id: string; version: number } } | Refused;
export type SaveDraft = (input: ReturnType<typeof draftInput>) => Promise<Saved>;

/** Sends the draft; undefined if the server did not answer. */
export async function sent(
  send: SaveDraft,
  input: ReturnType<typeof draftInput>,
): Promise<Saved | undefined> {
  try {
    return await send(input);
  } catch {
    return undefined;
  }
}

/**
 * Returns the result of a save. A draft without content is deleted, which counts as stored and leaves no id.
 */
export function resultOf(outcome: Saved | undefined): {
  id: string | undefined;
  version: number | undefined;
  isStored: boolean;
  state: SaveState;
} {
  if (outcome?.ok) {
    const { id, version } = outcome.value;
    return { id, version, isStored: true, state: { kind: "saved", at: new Date() } };
  }
  const none = { id: undefined, version: undefined };
  if (outcome?.refusal === "nothing-written")
    return { ...none, isStored: true, state: { kind: "untouched" } };
  const { refusal, detail } = outcome ?? {};
  const why = refusal && detail ? { refusal, detail } : {};
  return { ...none, isStored: false, state: { kind: "failed", ...why } };
}

/** Whether somebody else changed, scheduled or deleted the post meanwhile. */
export function isMeeting({
  refusal = "",
  detail,
}: {
  readonly refusal?: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}): boolean {
  return refusal === "not-found" ? detail?.["entity"] === "post" : meetings.has(refusal);
}

const meetings: ReadonlySet<string> = new Set([
  "changed-since",
  "already-scheduled",
  "not-scheduled",
]);

/** Id of the post in the open composer; empty for a new one. */
let remembered = "";

/** Records which post the open composer shows. Addresses of other posts belong to other composers. */
export function claimAddress(postId: string | undefined): void {
  remembered = postId ?? "";
}

/**
 * Puts the post's id into the address, so that a reload opens the draft again; removes it if the draft was
 * deleted.
 */
export function rememberInAddress(postId: string | undefined): void {
  claimAddress(postId);
  const address = new URL(window.location.href);
  address.search = postId ? `?post=${postId}` : "";
  window.history.replaceState(null, "", address);
}

/** Whether the post is still the one of the open composer. */
export function isRemembered(postId: string): boolean {
  return postId === remembered;
}
