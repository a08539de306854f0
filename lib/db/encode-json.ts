const halfOfPair = /\\ud[89a-f]/i;

/** As UTF-8 keeps it: half an emoji, where a text was cut, is no JSON to PostgreSQL. */
export function encodeJson(value: unknown): string {
  const text = JSON.stringify(value);
  // Halves alone are written as escapes; looking for them costs a fraction of looking at every string.
  if (text === undefined || !halfOfPair.test(text)) return text;
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "string" ? inner.toWellFormed() : inner,
  );
}
