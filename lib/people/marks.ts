import { foldText, foldWithPlaces } from "../kernel/fold-text.ts";
import type { Identity, Person } from "./person.ts";

/** Strings that identify a person in texts: handles, names, URLs, ids. */
export type Marks = readonly string[];

/** Replaces each mark. */
export const erasedMark = "…";

/**
 * Returns the marks of a person. One-word names are left out, because they may be common words, such as
 * “Rose”; in scripts without spaces, three characters count as a full name. A handle without dots or spaces
 * counts only with its @.
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
  // Longer marks first, so that a shorter one does not match part of them.
  return [...new Set(found)]
    .filter((mark) => mark.length > 2)
    .toSorted((one, other) => other.length - one.length || (one < other ? -1 : 1));
}

/** On their own server people are mentioned without the server's name. */
function handlesOf(handle: string): string[] {
  const bare = handle.trim().replace(/^@/, "");
  const [local, server] = bare.split("@");
  if (local && server) return [bare, `@${local}`];
  return [/[.\s]/.test(bare) ? bare : `@${bare}`];
}

/** Returns the value with every mark replaced in all its texts; the same object if there is none. */
export function withoutMarks<Value>(value: Value, marks: Marks): Value {
  const pattern = patternOf(marks);
  return pattern ? (replaced(value, pattern) as Value) : value;
}

/** Whether a URL contains a mark, also in URL encoding. */
export function isMarked(address: string, marks: Marks): boolean {
  const pattern = patternOf(marks);
  return (
    pattern !== undefined &&
    [address, decoded(address)].some((text) => foldText(text).search(pattern) >= 0)
  );
}

/**
 * Returns patterns for `lower(…) like` that match every ASCII text, JSON or URL with a mark, and possibly
 * more. Other texts have to be checked after folding.
 */
export function likePatterns(marks: Marks): string[] {
  const written = marks.flatMap((mark) => [foldText(mark), mark.normalize("NFC").toLowerCase()]);
  const wanted = new Set(written.map((mark) => mark.replace(/[^a-z0-9]+/g, "%")));
  const parts = [...wanted].map((part) => part.replace(/^%|%$/g, ""));
  // A longer pattern that contains a shorter one is redundant.
  const shortest = parts.filter(
    (part) => !parts.some((other) => other !== part && part.includes(other)),
  );
  return [...new Set(shortest)].map((part) => `%${part}%`.replace("%%", "%"));
}

/** Returns a pattern for folded texts, which finds a name in any spelling. */
function patternOf(marks: Marks): RegExp | undefined {
  const forms = marks.map((mark) => foldText(mark).trim()).filter(Boolean);
  if (forms.length === 0) return undefined;
  const alternatives = forms.map((form) => {
    const begins = isSpaced(form.at(0)) ? notAfterWord : "";
    const ends = isSpaced(form.at(-1)) ? notBeforeWord : "";
    // Excludes longer handles of other people that begin with this one.
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

/** In scripts without spaces between words, a name has no word boundary. */
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
