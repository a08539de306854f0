import twitterText from "twitter-text";

import type { XPost } from "./wire.ts";

/** Without the names that X puts in front of an answer. */
export function withoutLead(text: string): string {
  return text.replace(/^(?:@\w{1,15}\s+)+/, "");
}

/** What was typed, as one can compare it: composed alike, blanks as one, links without their trimmings. */
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

/** The same of a post as X shows it: links expanded from t.co, those of its own pictures left out, HTML undone. */
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

/** For a person to read. */
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
