/** The newest API version known in August 2026; `LINKEDIN_VERSION` overrides it. */
export const usualVersion = "202608";

/**
 * End dates of versions from LinkedIn's migrations page, read in November 2026. No header tells them;
 * LinkedIn promises twelve months.
 */
const sunsets: Readonly<Record<string, string>> = {
  "202511": "2026-11-16",
  "202601": "2027-01-15",
  "202602": "2027-02-15",
  "202603": "2027-03-16",
};

/** Returns the day on which a version ends; if the page did not name it, the earliest possible day. */
export function sunsetOf(version: string): string {
  const [year, month] = [Number(version.slice(0, 4)) + 1, version.slice(4, 6)];
  return sunsets[version] ?? `${year}-${month}-01`;
}
