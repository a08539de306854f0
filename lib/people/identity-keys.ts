import { foldText } from "../kernel/fold-text.ts";
import { sha256 } from "../kernel/sha256.ts";
import { pageOf } from "./links.ts";
import { ownRecords, type Identity } from "./person.ts";
import { recordsRemoteId } from "./records-remote-id.ts";

export type KeyedIdentity = Pick<
  Identity,
  "id" | "workspaceId" | "network" | "remoteId" | "handle" | "displayName" | "url" | "links"
>;

const shortestHandle = 5;
/** Handles that are too common to identify a person. */
const nobodysHandle = new Set(
  "admin contact hello hallo info mail news official office shop store support team webshop winkel".split(
    " ",
  ),
);

/** Returns the identity's keys as digests; two identities that share a key may belong to the same person. */
export function sealedKeysOf(identity: KeyedIdentity): string[] {
  return keysOf(identity).map((key) => sha256(key).slice(0, 32));
}

function keysOf(identity: KeyedIdentity): string[] {
  const keys = [
    handleKey(identity),
    nameKey(identity.displayName),
    ...mailKeys(identity),
    ...[...ownPages(identity), ...linkedPages(identity)].map((page) => `page:${page}`),
  ];
  return [...new Set(keys.flatMap((key) => key ?? []))];
}

/** Returns the pages of this identity on its network, or on its own domain. */
export function ownPages({ network, remoteId, handle, url }: KeyedIdentity): string[] {
  if (network === ownRecords) return [];
  const byHandle = url?.includes(remoteId) ? url.replace(remoteId, handle) : undefined;
  const domain = isDomain({ handle, remoteId }) ? handle : undefined;
  return pagesOf([url, byHandle, domain]);
}

export function linkedPages({ links }: Pick<KeyedIdentity, "links">): string[] {
  return pagesOf((links ?? []).filter((link) => !link.startsWith("mail:")));
}

export function handleKey(identity: KeyedIdentity): string | undefined {
  const { network, handle, displayName } = identity;
  if (network === ownRecords && foldText(handle) === foldText(displayName)) return undefined;
  const bare = plain(localPart(identity));
  const isNobodys = bare.length < shortestHandle || nobodysHandle.has(bare);
  return isNobodys ? undefined : `handle:${bare}`;
}

/** A single word is too common as a name. */
export function nameKey(displayName: string): string | undefined {
  const words = foldText(displayName).match(/[\p{L}\p{M}]{2,}/gu) ?? [];
  return words.length < 2 ? undefined : `name:${words.join(" ")}`;
}

/** Imported lists identify people by the hash of their e-mail address, the same that is compared here. */
export function mailKeys({
  remoteId,
  network,
  handle,
  displayName,
  links,
}: KeyedIdentity): string[] {
  const written = [handle, displayName].filter((text) =>
    /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(text.trim()),
  );
  const listed = network === ownRecords ? /^csv-([0-9a-f]{32})$/.exec(remoteId)?.[1] : undefined;
  // A full handle of the Fediverse has the form of an e-mail address.
  const mails = network === ownRecords ? written : [];
  return [
    ...mails.map((mail) => `mail:${recordsRemoteId(mail)}`),
    ...(listed ? [`mail:${listed}`] : []),
    ...(links ?? []).filter((link) => link.startsWith("mail:")),
  ];
}

/**
 * Returns the handle without server or domain, so that `anna.vermeer@wool.example` and
 * `annavermeer.bsky.social` match.
 */
function localPart({ handle, remoteId }: KeyedIdentity): string {
  const bare = handle.trim().replace(/^@/, "");
  if (bare.includes("@")) return bare.split("@")[0] ?? "";
  if (!isDomain({ handle, remoteId })) return bare;
  return bare.replace(/\.bsky\.social$|\.[a-z]+$/i, "");
}

/** On the AT Protocol a handle is a domain. */
function isDomain({ handle, remoteId }: Pick<KeyedIdentity, "handle" | "remoteId">): boolean {
  return remoteId.startsWith("did:") && /^[^@\s/]+\.[a-z]{2,}$/i.test(handle);
}

function plain(text: string): string {
  return foldText(text).replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function pagesOf(links: readonly (string | null | undefined)[]): string[] {
  return [...new Set(links.flatMap((link) => (link ? (pageOf(link) ?? []) : [])))];
}
