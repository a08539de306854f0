/** More than any page sends: a list of 2 MB is a single string. */
const mostValues = 200_000;
const mostLevels = 100;

/**
 * Whether a value consists only of strings, numbers and other primitives, dates, arrays and plain objects,
 * within the limits above: nothing with a `then` method or a reference to itself.
 */
export function isPlainValue(value: unknown): boolean {
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

/**
 * Returns the parts of a list or object, [] for other plain data; undefined if the value is not plain data.
 */
function partsOf(value: unknown): unknown[] | undefined {
  if (value === null || !["object", "function", "symbol"].includes(typeof value)) return [];
  if (Array.isArray(value)) return value;
  if (value instanceof Date) return [];
  if (typeof value !== "object" || "then" in value) return undefined;
  const above: unknown = Object.getPrototypeOf(value);
  return above === Object.prototype || above === null ? Object.values(value) : undefined;
}
