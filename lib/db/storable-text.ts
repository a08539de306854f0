/**
 * Text as every database takes it. PostgreSQL knows no NUL, and UTF-8 no half of a sign: one post of a stranger
 * that has either must not end the work on all that came with it.
 */
export function storableText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes("\0") ? whole.replaceAll("\0", "") : whole;
}
