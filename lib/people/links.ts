import { cutText } from "../kernel/cut-text.ts";
import { recordsRemoteId } from "./records-remote-id.ts";

const linksAtMost = 5;
const address = /\b(?:https?:\/\/)?(?:www\.)?(?:[\p{L}\d-]+\.)+[a-z]{2,24}(?:\/[^\s<>"'()]*)?/giu;
const mailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
/** A handle such as `@anna@wool.example`, whose page is at `/@anna` on that server. */
const remoteHandle = /@([\w.-]+)@((?:[\w-]+\.)+[a-z]{2,24})/giu;

/**
 * Returns the links in a profile's description, with e-mail addresses hashed; null if there are none. The
 * rest of the description is not stored.
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

/** Returns a normalized form of a link; undefined if it cannot be one person's page. */
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

/** Sites whose front page belongs to no single person. */
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
