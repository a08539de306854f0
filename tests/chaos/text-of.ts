/** A text out of JSON; anything else is no text. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
