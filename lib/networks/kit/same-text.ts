/**
 * Returns a text in a form for comparison, because networks trim texts and normalize accents and white space
 * differently.
 */
export function comparable(text: string | null | undefined): string {
  return (text ?? "").normalize("NFC").replace(/\s+/gu, " ").trim();
}

export function isSame(one: string | null | undefined, other: string | null | undefined): boolean {
  return comparable(one) === comparable(other);
}
