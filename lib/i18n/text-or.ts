import type { TranslateKnown } from "./translator.ts";

type Values = Readonly<Record<string, string | number | Date>>;

/**
 * The text of a key that was put together from what the database or a network holds: an older version or
 * another one may have written it. Where it has no text, that of `otherwise`, never the key itself.
 */
export function textOr(
  tell: TranslateKnown,
  key: string,
  values: Values,
  otherwise: string,
): string {
  return tell.has(key) ? tell(key, values) : tell(otherwise, values);
}
