/** The newest that was known when this was written (August 2026); `LINKEDIN_VERSION` takes another. */
export const usualVersion = "202608";

/**
 * When LinkedIn stops answering a version, as its page of migrations says (read in November 2026). It
 * tells in no header, and promises twelve months.
 */
const sunsets: Readonly<Record<string, string>> = {
  "202511": "2026-11-16",
  "202601": "2027-01-15",
  "202602": "2027-02-15",
  "202603": "2027-03-16",
};

/** The day on which it ends, or before which it does not, where the page did not say yet. */
export function sunsetOf(version: string): string {
  const [year, month] = [Number(version.slice(0, 4)) + 1, version.slice(4, 6)];
  return sunsets[version] ?? `${year}-${month}-01`;
}
