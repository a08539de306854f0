/** Formats a CSV cell. A leading apostrophe keeps spreadsheets from running a text as a formula. */
export function csvCell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? "" : String(value);
  const harmless = typeof value === "string" && guarded.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Reverses `csvCell`: removes the apostrophe that it added. */
export function unguardedCell(cell: string): string {
  return cell.startsWith("'") && guarded.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/**
 * Texts that a spreadsheet runs as a formula: beginning with `=`, `+`, `-`, `@` or their full-width forms,
 * also after characters that it drops or hides (spaces, tabs, line ends, controls, zero-width characters).
 * Also after apostrophes of the text itself, so that `unguardedCell` can tell the added one.
 */
const guarded = /^('*[\t\r]|[\s\p{C}\p{Z}']*[=+\-@＝＋－＠−])/u;
