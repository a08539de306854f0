import { cutText } from "../kernel/cut-text.ts";
import type { Json, JsonObject } from "../networks/contract/remote.ts";

export interface SentField {
  /** The network's field name with the names of its containers, as in `record › text`. */
  readonly name: string;
  readonly value: string;
}

/** A prepared request that has not been sent is used for this long, in milliseconds; then it is prepared anew. */
export const requestFreshMs = 10 * 60_000;

const longestValue = 1_000;

/** Returns the fields of a frozen request as readable lines, without empty ones. */
export function sentFields(request: JsonObject): SentField[] {
  return Object.entries(request).flatMap(([name, value]) => fieldsOf(name, value));
}

function fieldsOf(name: string, value: Json): SentField[] {
  if (value === null || value === "") return [];
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      fieldsOf(value.length > 1 ? `${name} ${index + 1}` : name, item),
    );
  if (typeof value === "object")
    return Object.entries(value).flatMap(([inner, item]) => fieldsOf(`${name} › ${inner}`, item));
  const text = String(value);
  return [{ name, value: text.length > longestValue ? `${cutText(text, longestValue)}…` : text }];
}
