import type { Identity, Person } from "./person.ts";

/** What a person is known by in words that are not a row about them: handles, names, addresses, ids. */
export type Marks = readonly string[];

/** What stands where a mark stood. */
export const gone = "…";

/**
 * A name of one word is left out: it would take “Rose” or “Sunny” out of everybody's sentences. A
 * handle that is a word like any other counts only behind its @.
 */
export function marksOf(
  person: Pick<Person, "displayName">,
  identities: readonly Pick<
    Identity,
    "handle" | "displayName" | "remoteId" | "url" | "avatarUrl"
  >[],
): Marks {
  const names = [person, ...identities].map(({ displayName }) => displayName.trim());
  const found = [
    ...names.filter((name) => /\S\s+\S/.test(name)),
    ...identities.flatMap(({ handle }) => handlesOf(handle)),
    ...identities.flatMap(({ url, avatarUrl }) => [url ?? "", avatarUrl ?? ""]),
    ...identities.map(({ remoteId }) => remoteId).filter((id) => /^.{8,}$|:/.test(id)),
  ];
  // The longer first, so that a part of it does not take its place.
  return [...new Set(found)]
    .filter((mark) => mark.length > 2)
    .toSorted((one, other) => other.length - one.length || (one < other ? -1 : 1));
}

/** On its own server somebody is called without the server's name. */
function handlesOf(handle: string): string[] {
  const bare = handle.trim().replace(/^@/, "");
  const [local, server] = bare.split("@");
  if (local && server) return [bare, `@${local}`];
  return [/[.\s]/.test(bare) ? bare : `@${bare}`];
}

/** The same value with every mark taken out of every text in it, or the very same where none is there. */
export function withoutMarks<Value>(value: Value, marks: Marks): Value {
  const pattern = patternOf(marks);
  return pattern ? (replaced(value, pattern) as Value) : value;
}

/** For addresses: whether one stands in it, also in the way addresses are written. */
export function isMarked(address: string, marks: Marks): boolean {
  const pattern = patternOf(marks);
  return (
    pattern !== undefined && [address, decoded(address)].some((text) => text.search(pattern) >= 0)
  );
}

/** Finds at least every text, JSON or address in which a mark stands, by `lower(…) like`. */
export function likePatterns(marks: Marks): string[] {
  const wanted = new Set(marks.map((mark) => mark.replace(/[^a-z0-9]+/gi, "%").toLowerCase()));
  const parts = [...wanted].map((part) => part.replace(/^%|%$/g, ""));
  // What holds a longer one holds the shorter one in it.
  const shortest = parts.filter(
    (part) => !parts.some((other) => other !== part && part.includes(other)),
  );
  return [...new Set(shortest)].map((part) => `%${part}%`.replace("%%", "%"));
}

function patternOf(marks: Marks): RegExp | undefined {
  if (marks.length === 0) return undefined;
  const alternatives = marks.map((mark) => {
    const text = escaped(mark).replace(/\s+/g, "\\s+");
    // Another's longer handle that begins the same is not theirs.
    return mark.startsWith("@") ? `${text}(?!@[\\p{L}\\p{N}])` : `@?${text}`;
  });
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${alternatives.join("|")})(?![\\p{L}\\p{N}_])`, "giu");
}

function replaced(value: unknown, pattern: RegExp): unknown {
  if (typeof value === "string") return value.replace(pattern, gone);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  const before: [string, unknown][] = Object.entries(value);
  const after = before.map(([key, inner]): [string, unknown] => [key, replaced(inner, pattern)]);
  if (after.every(([, inner], index) => inner === before[index]?.[1])) return value;
  return Array.isArray(value) ? after.map(([, inner]) => inner) : Object.fromEntries(after);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll("+", " "));
  } catch {
    return address;
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
