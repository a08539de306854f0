import type { Limits } from "#lib/networks/contract/limits";
import type {
  Disclosure,
  DisclosureFields,
  OptionValues,
  PostOption,
} from "#lib/networks/contract/post-options";
import type { PriceList } from "#lib/networks/contract/price";
import type { AccountRules } from "#lib/posts/hand-notes";
import { asThread, type PostPart } from "#lib/posts/post";

/** What the composer knows of an account it can post to. */
export interface ComposerAccount {
  id: string;
  network: string;
  networkLabel: string;
  handle: string;
  displayName: string;
  isSimulated: boolean;
  /** Nothing can leave until a person acts (sign in again). */
  needsPerson: boolean;
  limits: Limits;
  /** False where a tool may not name people first. */
  canMention: boolean;
  postOptions?: readonly PostOption[] | undefined;
  /** By option. */
  optionTexts: Readonly<Record<string, OptionTexts>>;
  /** What its network has a field for; absent where none. */
  disclosure?: DisclosureFields | undefined;
  /** Absent where the network asks no money. */
  prices?: PriceList | undefined;
  /** Absent where a tool may send everything. */
  toolRules?: AccountRules["toolRules"];
}

export interface OptionTexts {
  label: string;
  help: string;
  choices: Readonly<Record<string, string>>;
}

export interface ComposerStage {
  id: string;
  key: string;
  name: string;
  purpose: string;
  proof: string;
  /** People in the stage now. */
  people: number;
}

/** A post that is already planned: drawn on the week beside the moment. */
export interface PlannedMark {
  id: string;
  day: string;
  stageKey: string;
  text: string;
}

/** What is being written. */
export interface Draft {
  stageId: string | null;
  accountIds: readonly string[];
  parts: readonly PostPart[];
  /** By account id: what it gets instead of `parts`. */
  versions: Readonly<Record<string, readonly PostPart[]>>;
  /** By account id: what was chosen of its network's options. */
  options: Readonly<Record<string, OptionValues>>;
  disclosure: Disclosure | null;
  language: string | null;
}

/** `YYYY-MM-DDTHH:mm` on the workspace's clock. */
export type WallClock = string;

export interface When {
  kind: "next" | "chosen";
  /** Kept while the next free slot is chosen, so that nothing typed is lost. */
  chosenAt: WallClock;
}

export const emptyPart: PostPart = { text: "", images: [] };

/** The account whose own version is open, or null for the text that everyone gets. */
export type Tab = string | null;

export function partsOf(draft: Draft, tab: Tab): readonly PostPart[] {
  return (tab === null ? undefined : draft.versions[tab]) ?? draft.parts;
}

export function withParts(draft: Draft, tab: Tab, parts: readonly PostPart[]): Draft {
  if (tab === null) return { ...draft, parts };
  return { ...draft, versions: { ...draft.versions, [tab]: parts } };
}

export function withoutVersion(draft: Draft, accountId: string): Draft {
  const { [accountId]: _dropped, ...versions } = draft.versions;
  return { ...draft, versions };
}

export function replacePart(
  parts: readonly PostPart[],
  index: number,
  part: PostPart,
): readonly PostPart[] {
  return parts.map((one, place) => (place === index ? part : one));
}

/** As the network will show them: what is chosen for a thread counts for each of its parts. */
export function shownParts(draft: Draft, accountId: string): readonly PostPart[] {
  return asThread(partsOf(draft, accountId));
}

/** As the server judges it (`problemsOf`). Versions of accounts that were unticked are kept, but do not count. */
export function judged(draft: Draft) {
  return {
    stageId: draft.stageId,
    parts: [...draft.parts],
    versions: draft.accountIds.map((accountId) => ({
      id: accountId,
      workspaceId: "",
      postId: "",
      accountId,
      parts: draft.versions[accountId] ? [...draft.versions[accountId]] : null,
      options: draft.options[accountId] ?? null,
    })),
  };
}

/** Whether both would be stored as the same. */
export function isSameDraft(one: Draft, other: Draft): boolean {
  const stored = (draft: Draft) => JSON.stringify(draftInput(draft, {}));
  return stored(one) === stored(other);
}

export interface DraftIds {
  readonly postId?: string | undefined;
  /** Which one of the post was read. */
  readonly version?: number | undefined;
  /** What the post is to be called once there is one. */
  readonly newPostId?: string | undefined;
}

/** As the server takes it: only the versions of ticked accounts. */
export function draftInput(draft: Draft, { postId, version, newPostId }: DraftIds) {
  const copy = (parts: readonly PostPart[]) =>
    parts.map((part) => ({
      text: part.text,
      images: part.images.map((image) => ({ ...image })),
      video: part.video && { mediaId: part.video.mediaId, alt: part.video.alt },
      poll: part.poll && { ...part.poll, options: [...part.poll.options] },
      warning: part.warning || undefined,
      visibility: part.visibility,
    }));
  const own = Object.entries(draft.versions).filter(([id]) => draft.accountIds.includes(id));
  const chosen = draft.accountIds.flatMap((id) => {
    const values = Object.entries(draft.options[id] ?? {}).filter(([, value]) => value !== "");
    const sorted = values.toSorted(([one], [other]) => one.localeCompare(other));
    return values.length > 0 ? [[id, Object.fromEntries(sorted)] as const] : [];
  });
  const { ai, isPaid } = draft.disclosure ?? {};
  return {
    postId,
    version: postId ? version : undefined,
    newPostId: postId ? undefined : newPostId,
    stageId: draft.stageId,
    accountIds: [...draft.accountIds],
    parts: copy(draft.parts),
    versions: Object.fromEntries(own.map(([id, parts]) => [id, copy(parts)])),
    options: Object.fromEntries(chosen),
    disclosure: ai || isPaid ? { ai, isPaid } : null,
    language: draft.language,
  };
}
