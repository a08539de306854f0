/**
 * Removes NUL characters, which PostgreSQL does not accept, and replaces lone surrogates, which UTF-8 cannot
 * encode. One such text from a network must not make the whole page of reactions fail.
 */
export function storableText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes("\0") ? whole.replaceAll("\0", "") : whole;
}
