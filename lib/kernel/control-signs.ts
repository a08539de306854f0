import { isBlank } from "./visible-text.ts";

/**
 * Signs that show nothing and change what is read around them: controls, line ends, marks and overrides of
 * direction, the space of no width. What joins letters and emoji (U+200C, U+200D) and the marks that a name in
 * Hebrew or Arabic may need (U+200E, U+200F) are none.
 */
const controls = /[\p{Cc}\u200B\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Whether a name may be typed as it is: on one line, and in the order that it is read. */
export function isPlainName(text: string): boolean {
  return text.isWellFormed() && text.search(controls) === -1;
}

/** The same, and something of it can be seen. Whether it may be empty is not asked here. */
export function isSeenName(text: string): boolean {
  return isPlainName(text) && (text === "" || !isBlank(text));
}

/** The name that a network told us, without what only changes how it looks. */
export function plainName(text: string): string {
  return text.toWellFormed().replace(controls, " ").replace(/ {2,}/g, " ").trim();
}

/** Whether every text in it can be stored: PostgreSQL has no NUL, and half a sign is none. */
export function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !value.includes("\0") && value.isWellFormed();
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part));
}
