/** What stands behind the `?` of a page. A name that comes twice counts as it came first: pages ask for one value of each. */
export async function readQuery<Query extends object>(
  searchParams: Promise<Query>,
): Promise<{ [Name in keyof Query]: Exclude<Query[Name], readonly string[]> }> {
  const pairs = Object.entries(await searchParams).map(([name, value]) => [
    name,
    Array.isArray(value) ? value[0] : value,
  ]);
  return Object.fromEntries(pairs);
}
