/**
 * One cell of a file that a spreadsheet will open. A spreadsheet runs what begins with `=`, `+`, `-`
 * or `@` (also behind a tab or a line break); an apostrophe in front keeps it text.
 */
export function csvCell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? "" : String(value);
  const harmless = typeof value === "string" && /^[\s]*[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
