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

/** An account that the composer can post to. */
export interface ComposerAccount {
  id: string;
  network: string;
  networkLabel: string;
  handle: string;
  displayName: string;
  isSimulated: boolean;
  /** Whether nothing can be sent until a person acts (sign in again). */
  needsPerson: boolean;
  limits: Limits;
  /** False if the network's rules forbid tools to mention people first. */
  canMention: boolean;
  postOptions?: readonly PostOption[] | undefined;
  /** Texts by option. */
  optionTexts: Readonly<Record<string, OptionTexts>>;
  /** The disclosures that the network has fields for; undefined if none. */
  disclosure?: DisclosureFields | undefined;
  /** Undefined if the network charges nothing. */
  prices?: PriceList | undefined;
  /** Undefined if tools may send everything. */
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
  /** Number of people who are in the stage now. */
  people: number;
}

/** A planned post, drawn in the week beside the chosen time. */
export interface PlannedMark {
  id: string;
  day: string;
  stageKey: string;
  text: string;
}

/** A post as it is edited in the composer. */
export interface Draft {
  stageId: string | null;
  accountIds: readonly string[];
  parts: readonly PostPart[];
  /** By account id: the account's own version, instead of `parts`. */
  versions: Readonly<Record<string, readonly PostPart[]>>;
  /** By account id: the chosen network options. */
  options: Readonly<Record<string, OptionValues>>;
  disclosure: Disclosure | null;
  language: string | null;
}

/** `YYYY-MM-DDTHH:mm` in the workspace's time zone. */
export type WallClock = string;

export interface When {
  kind: "next" | "chosen";
  /** The chosen time; kept while the next free slot is selected. */
  chosenAt: WallClock;
}

export const emptyPart: PostPart = { text: "", images: [] };

/** Id of the account whose version is open; null for the shared text. */
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

/** Returns the parts as the network will show them: thread options apply to each part. */
export function shownParts(draft: Draft, accountId: string): readonly PostPart[] {
  return asThread(partsOf(draft, accountId));
}

/**
 * Returns the draft as the server validates it (`problemsOf`). Versions of unticked accounts are kept but not
 * included.
 */
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

/** Whether both drafts would be stored identically. */
export function isSameDraft(one: Draft, other: Draft): boolean {
  const stored = (draft: Draft) => JSON.stringify(draftInput(draft, {}));
  return stored(one) === stored(other);
}

export interface DraftIds {
  readonly postId?: string | undefined;
  /** Version of the post that was loaded. */
  readonly version?: number | undefined;
  /** Id for the post if it is created. */
  readonly newPostId?: string | undefined;
}

/** Returns the server's input; it contains only the versions of ticked accounts. */
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
