import type { draftInput } from "./draft.ts";

export type SaveState =
  | { kind: "untouched" }
  | { kind: "saving" }
  | { kind: "saved"; at: Date }
  /** `refusal` is a message key under `refusals`; absent where the server did not answer. */
  | { kind: "failed"; refusal?: string; detail?: Readonly<Record<string, string | number>> };

type Refused = { ok: false; refusal: string; detail: Readonly<Record<string, string | number>> };
type Saved = { ok: true; value: { id: string; version: number } } | Refused;
export type SaveDraft = (input: ReturnType<typeof draftInput>) => Promise<Saved>;

/** Nothing where the server did not answer. */
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

/** An emptied draft is gone, which is as good as stored; nothing is left to remember. */
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

/** Whether somebody else changed the post, planned it or deleted it meanwhile. */
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

/** The post of the composer that is open. */
let remembered = "";

/** A composer was opened with this post: an address of another one is another composer's. */
export function claimAddress(postId: string | undefined): void {
  remembered = postId ?? "";
}

/** So that a reload finds the draft again, or begins anew where it was emptied and is gone. */
export function rememberInAddress(postId: string | undefined): void {
  claimAddress(postId);
  const address = new URL(window.location.href);
  address.search = postId ? `?post=${postId}` : "";
  window.history.replaceState(null, "", address);
}

/** Whether it is the post of the composer that is open: nobody went elsewhere. */
export function isRemembered(postId: string): boolean {
  return postId === remembered;
}
