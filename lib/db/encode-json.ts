/** As UTF-8 keeps it: half an emoji, where a text was cut, is no JSON to PostgreSQL. */
export function encodeJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "string" ? inner.toWellFormed() : inner,
  );
}
