/**
 * One cell of a file that a spreadsheet will open. A spreadsheet runs what begins with `=`, `+`, `-`
 * or `@` (also behind a tab or a line break); an apostrophe in front keeps it text.
 */
export function csvCell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? "" : String(value);
  const harmless = typeof value === "string" && guarded.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A cell that `csvCell` wrote as it was before: without the apostrophe that guarded it. */
export function unguardedCell(cell: string): string {
  return cell.startsWith("'") && guarded.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** What begins as a formula, also behind apostrophes of its own: one more in front can be taken away again. */
const guarded = /^[\s']*[=+\-@]/;
