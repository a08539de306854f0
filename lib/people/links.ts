import { cutText } from "../kernel/cut-text.ts";
import { recordsRemoteId } from "./records-remote-id.ts";

const linksAtMost = 5;
const address = /\b(?:https?:\/\/)?(?:www\.)?(?:[\p{L}\d-]+\.)+[a-z]{2,24}(?:\/[^\s<>"'()]*)?/giu;
const mailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
/** `@anna@wool.example`: the server shows that person at `/@anna`. */
const remoteHandle = /@([\w.-]+)@((?:[\w-]+\.)+[a-z]{2,24})/giu;

/**
 * Addresses that somebody names in what they say of themselves; nothing else of it is kept, and of an
 * e-mail address a hash. Null: none.
 */
export function linksIn(about: string): readonly string[] | null {
  const handles = [...about.matchAll(remoteHandle)].map(([, name, server]) => `${server}/@${name}`);
  const withoutHandles = about.replaceAll(remoteHandle, " ");
  const mails = [...withoutHandles.matchAll(mailAddress)].map(
    ([mail]) => `mail:${recordsRemoteId(mail)}`,
  );
  const pages = withoutHandles.replaceAll(mailAddress, " ").match(address) ?? [];
  const found = new Set([...handles, ...mails, ...pages].map((link) => cutText(link, 300)));
  return found.size > 0 ? [...found].slice(0, linksAtMost) : null;
}

/** One form of an address however it was written; undefined where it leads to nobody's page. */
export function pageOf(link: string): string | undefined {
  const bare = link
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\.|^mobile\.|^m\./, "")
    .replace(/[?#].*$/, "")
    .replace(/[.,;:!?/]+$/, "");
  const [host = "", ...path] = bare.split("/");
  const known = host === "twitter.com" ? "x.com" : host;
  if (!known.includes(".")) return undefined;
  if (path.length === 0 && shared.has(known)) return undefined;
  return [known, ...path].join("/");
}

/** Their front pages are nobody's own. */
const shared = new Set([
  "x.com",
  "bsky.app",
  "mastodon.social",
  "instagram.com",
  "facebook.com",
  "youtube.com",
  "linkedin.com",
  "tiktok.com",
  "etsy.com",
  "ravelry.com",
  "linktr.ee",
]);
