/** What a page of ours never comes near: a list of 2 MB is one text. */
const mostValues = 200_000;
const mostLevels = 100;

/**
 * Whether it is made of nothing but texts, numbers, instants, lists and objects of them: nothing that runs when it
 * is awaited, that reads itself again, or that takes longer to walk through than to send.
 */
export function isPlainData(value: unknown): boolean {
  const left = [{ value, level: 0 }];
  let seen = 0;
  for (let next = left.pop(); next; next = left.pop()) {
    seen += 1;
    if (seen > mostValues || next.level > mostLevels) return false;
    const parts = partsOf(next.value);
    if (!parts || parts.length + seen > mostValues) return false;
    for (const part of parts) left.push({ value: part, level: next.level + 1 });
  }
  return true;
}

/** None of a text or a number; undefined for what is no plain data. */
function partsOf(value: unknown): unknown[] | undefined {
  if (value === null || !["object", "function", "symbol"].includes(typeof value)) return [];
  if (Array.isArray(value)) return value;
  if (value instanceof Date) return [];
  if (typeof value !== "object" || "then" in value) return undefined;
  const above: unknown = Object.getPrototypeOf(value);
  return above === Object.prototype || above === null ? Object.values(value) : undefined;
}
