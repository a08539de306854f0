import { foldText, foldWithPlaces } from "../kernel/fold-text.ts";
import type { Identity, Person } from "./person.ts";

/** What a person is known by in words that are not a row about them: handles, names, addresses, ids. */
export type Marks = readonly string[];

/** What stands where a mark stood. */
export const erasedMark = "…";

/**
 * A name of one word is left out: it would take “Rose” or “Sunny” out of everybody's sentences. Where
 * words have no spaces between them, three signs are a whole name. A
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
    ...names.filter((name) => /\S\s+\S/.test(foldText(name)) || unspacedName.test(name)),
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
    pattern !== undefined &&
    [address, decoded(address)].some((text) => foldText(text).search(pattern) >= 0)
  );
}

/**
 * Finds at least every text, JSON or address of ASCII alone in which a mark stands, by `lower(…) like`.
 * In a text with other signs only folding it can tell.
 */
export function likePatterns(marks: Marks): string[] {
  const written = marks.flatMap((mark) => [foldText(mark), mark.normalize("NFC").toLowerCase()]);
  const wanted = new Set(written.map((mark) => mark.replace(/[^a-z0-9]+/g, "%")));
  const parts = [...wanted].map((part) => part.replace(/^%|%$/g, ""));
  // What holds a longer one holds the shorter one in it.
  const shortest = parts.filter(
    (part) => !parts.some((other) => other !== part && part.includes(other)),
  );
  return [...new Set(shortest)].map((part) => `%${part}%`.replace("%%", "%"));
}

/** For folded texts: a name is found however it was typed. */
function patternOf(marks: Marks): RegExp | undefined {
  const forms = marks.map((mark) => foldText(mark).trim()).filter(Boolean);
  if (forms.length === 0) return undefined;
  const alternatives = forms.map((form) => {
    const begins = isSpaced(form.at(0)) ? notAfterWord : "";
    const ends = isSpaced(form.at(-1)) ? notBeforeWord : "";
    // Another's longer handle that begins the same is not theirs.
    const other = form.startsWith("@") ? "(?!@[\\p{L}\\p{N}])" : "";
    const at = form.startsWith("@") ? "" : "@?";
    return `${begins}${at}${RegExp.escape(form)}${ends}${other}`;
  });
  return new RegExp(alternatives.join("|"), "gu");
}

const notAfterWord = "(?<![\\p{L}\\p{N}_])";
const notBeforeWord = "(?![\\p{L}\\p{N}_])";

const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const unspacedSign = new RegExp(`[${unspaced}]`, "u");
const unspacedName = new RegExp(`^[${unspaced}\\p{M}]{3,}$`, "u");

/** Where words are written without spaces between them, a name ends anywhere. */
function isSpaced(sign = ""): boolean {
  return !unspacedSign.test(sign);
}

function replaced(value: unknown, pattern: RegExp): unknown {
  if (typeof value === "string") return textWithout(value, pattern);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  const before: [string, unknown][] = Object.entries(value);
  const after = before.map(([key, inner]): [string, unknown] => [key, replaced(inner, pattern)]);
  if (after.every(([, inner], index) => inner === before[index]?.[1])) return value;
  return Array.isArray(value) ? after.map(([, inner]) => inner) : Object.fromEntries(after);
}

function textWithout(text: string, pattern: RegExp): string {
  if (foldText(text).search(pattern) < 0) return text;
  const { folded, starts, ends } = foldWithPlaces(text);
  let kept = "";
  let from = 0;
  for (const { 0: found, index } of folded.matchAll(pattern)) {
    kept += text.slice(from, starts[index]) + erasedMark;
    from = ends[index + found.length - 1] ?? text.length;
  }
  return kept + text.slice(from);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll("+", " "));
  } catch {
    return address;
  }
}
