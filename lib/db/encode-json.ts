import { storableText } from "./storable-text.ts";

const unstorable = /\\u(?:d[89a-f]|0000)/i;

/** Encodes a value as JSON without NUL characters and lone surrogates, which PostgreSQL does not accept. */
export function encodeJson(value: unknown): string {
  const text = JSON.stringify(value);
  // Both appear as escapes in JSON. Searching the encoded text is much cheaper than checking every string.
  if (text === undefined || !unstorable.test(text)) return text;
  return JSON.stringify(JSON.parse(text), (_key, inner: unknown) => {
    if (typeof inner === "string") return storableText(inner);
    return isObject(inner) ? withStorableNames(inner) : inner;
  });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function withStorableNames(object: object): object {
  return Object.fromEntries(
    Object.entries(object).map(([name, part]) => [storableText(name), part]),
  );
}
