/** Returns the query of a page. Of a repeated parameter, only the first value is used. */
export async function readQuery<Query extends object>(
  searchParams: Promise<Query>,
): Promise<{ [Name in keyof Query]: Exclude<Query[Name], readonly string[]> }> {
  const pairs = Object.entries(await searchParams).map(([name, value]) => [
    name,
    Array.isArray(value) ? value[0] : value,
  ]);
  return Object.fromEntries(pairs);
}
