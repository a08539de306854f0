/**
 * Whether two texts are the same after normalizing Unicode and white space and shortening mentions, because
 * servers omit the host of a mention.
 */
export function isSameText(one: string, other: string): boolean {
  return normalised(one) === normalised(other);
}

function normalised(text: string): string {
  return withShortNames(text.normalize("NFC")).replace(/\s+/gu, " ").trim();
}

export function withShortNames(text: string): string {
  return text.replace(mentions, (_whole, name: string) => `@${name.toLowerCase()}`);
}

const mentions = /(?<![=/\p{L}\p{N}_])@([\w.-]*\w)(?:@[\p{L}\p{N}_.-]+[\p{L}\p{N}_])?/gu;
