/**
 * Invisible characters: white space, zero-width spaces and joiners, direction marks, fillers, control
 * characters.
 */
const unseen = String.raw`\s\p{Cc}\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}`;

const unseenAtEnds = new RegExp(`^[${unseen}]+|[${unseen}]+$`, "gu");
/** Includes variation selectors and tags, which emoji need after them and which are invisible alone. */
const onlyUnseen = new RegExp(`^[${unseen}\\p{Default_Ignorable_Code_Point}]*$`, "u");
const behindName =
  /(?<=[#@][\p{L}\p{N}\p{M}_.@-]*[\p{L}\p{N}\p{M}_])[\u00AD\u200B-\u200F\u2060\uFEFF]+(?![\p{L}\p{N}\p{M}_])/gu;

/** Whether a text has no visible character. */
export function isBlank(text: string): boolean {
  return onlyUnseen.test(text);
}

/** Removes invisible characters from both ends. */
export function trimText(text: string): string {
  return isBlank(text) ? "" : text.replace(unseenAtEnds, "");
}

/**
 * Prepares a text for publication: removes invisible characters, except white space, at both ends, and those
 * directly after a hashtag or mention, where a network would count them as part of the name. Within a word
 * they stay: they can mark a line break, or keep a name from becoming a mention.
 */
export function publishableText(text: string): string {
  if (isBlank(text)) return "";
  return text
    .replace(unseenAtEnds, (found) => found.replace(/[^\p{White_Space}]|\uFEFF/gu, ""))
    .replace(behindName, "");
}
