import twitterText from "twitter-text";

import type { XPost } from "./wire.ts";

/** Returns the text without the names that X puts before a reply. */
export function withoutLead(text: string): string {
  return text.replace(/^(?:@\w{1,15}\s+)+/, "");
}

/**
 * Returns a typed text for comparison: normalized, with single spaces, and links without scheme and final
 * slash.
 */
export function comparable(text: string): string {
  const links = twitterText.extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: true });
  let plain = "";
  let from = 0;
  for (const { url, indices } of links) {
    plain += text.slice(from, indices[0]) + bareLink(url);
    from = indices[1];
  }
  return tidy(plain + text.slice(from));
}

/**
 * Returns a post's text for comparison: t.co links expanded, links to its own images removed, HTML entities
 * decoded.
 */
export function comparablePost({ text, entities }: XPost): string {
  let plain = text;
  for (const { url, expanded_url: expanded, media_key: media } of entities?.urls ?? []) {
    if (!url) continue;
    const isOwnPicture =
      Boolean(media) || /\/status\/\d+\/(photo|video)\/\d+$/.test(expanded ?? "");
    plain = plain.replaceAll(url, isOwnPicture ? "" : bareLink(expanded ?? url));
  }
  return tidy(unescaped(plain));
}

/** Returns a post's text for people to read. */
export function readable(post: XPost): string {
  let plain = post.text;
  for (const { url, expanded_url: expanded } of post.entities?.urls ?? [])
    if (url && expanded) plain = plain.replaceAll(url, expanded);
  return unescaped(plain);
}

function bareLink(url: string): string {
  return url
    .replace(/^https?:\/\//i, "")
    .replace(/\/$/, "")
    .toLowerCase();
}

function tidy(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
