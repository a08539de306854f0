/** Signs that show nothing: zero-width spaces and joiners, marks of direction, fillers, control signs. */
const unseen = String.raw`\s\p{Cc}\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}`;

const unseenAtEnds = new RegExp(`^[${unseen}]+|[${unseen}]+$`, "gu");
/** Emoji need these behind them; alone they show nothing either. */
const onlyUnseen = new RegExp(`^[${unseen}\\p{Default_Ignorable_Code_Point}]*$`, "u");
const behindName =
  /(?<=[#@][\p{L}\p{N}\p{M}_.@-]*[\p{L}\p{N}\p{M}_])[\u00AD\u200B-\u200F\u2060\uFEFF]+(?![\p{L}\p{N}\p{M}_])/gu;

/** Whether nothing of a text can be seen. */
export function isBlank(text: string): boolean {
  return onlyUnseen.test(text);
}

/** Without what shows nothing at its ends. */
export function trimText(text: string): string {
  return isBlank(text) ? "" : text.replace(unseenAtEnds, "");
}

/**
 * A text to be published: without what shows nothing at its ends and behind a hashtag or mention,
 * where a network would take it for a part of the name. Inside a word it stays: in some languages it
 * says where a line may break, and it is how people write a name without calling it.
 */
export function publishableText(text: string): string {
  if (isBlank(text)) return "";
  return text
    .replace(unseenAtEnds, (found) => found.replace(/[^\p{White_Space}]|\uFEFF/gu, ""))
    .replace(behindName, "");
}
