/** One cell of a file that a spreadsheet will open; an apostrophe in front keeps it text. */
export function csvCell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? "" : String(value);
  const harmless = typeof value === "string" && guarded.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A cell that `csvCell` wrote as it was before: without the apostrophe that guarded it. */
export function unguardedCell(cell: string): string {
  return cell.startsWith("'") && guarded.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/**
 * What a spreadsheet runs: what begins with `=`, `+`, `-`, `@` or their full-width forms, also behind anything that
 * it drops or does not show (spaces, tabs, line ends, NUL and other controls, signs of no width). Also behind
 * apostrophes of its own: one more in front can be taken away again.
 */
const guarded = /^('*[\t\r]|[\s\p{C}\p{Z}']*[=+\-@＝＋－＠−])/u;
