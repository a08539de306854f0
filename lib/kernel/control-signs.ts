import { isBlank } from "./visible-text.ts";

/**
 * Invisible characters that change how the text around them reads: controls, line ends, direction marks and
 * overrides, the zero-width space. Not included are joiners of letters and emoji (U+200C, U+200D) and the
 * direction marks that Hebrew or Arabic names may need (U+200E, U+200F).
 */
const controls = /[\p{Cc}\u200B\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Whether a typed name has no control characters and no lone surrogates. */
export function isPlainName(text: string): boolean {
  return text.isWellFormed() && text.search(controls) === -1;
}

/** The same, and the name is not blank. An empty string passes: callers check for it separately. */
export function isSeenName(text: string): boolean {
  return isPlainName(text) && (text === "" || !isBlank(text));
}

/** Cleans a name that a network reported: replaces control characters by spaces and collapses spaces. */
export function plainName(text: string): string {
  return text.toWellFormed().replace(controls, " ").replace(/ {2,}/g, " ").trim();
}

/**
 * Whether no string or key within `value` contains a NUL or a lone surrogate, which PostgreSQL cannot store.
 */
export function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !value.includes("\0") && value.isWellFormed();
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part));
}
