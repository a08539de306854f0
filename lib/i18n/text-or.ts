import type { TranslateKnown } from "./translator.ts";

type Values = Readonly<Record<string, string | number | Date>>;

/**
 * Returns the text of a key that is built from data, which another version may have written, or from a
 * network's answer. If the key has no text, returns the text of `otherwise`, never the key.
 */
export function textOr(
  tell: TranslateKnown,
  key: string,
  values: Values,
  otherwise: string,
): string {
  return tell.has(key) ? tell(key, values) : tell(otherwise, values);
}
