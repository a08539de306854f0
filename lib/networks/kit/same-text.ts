/** Words as they are compared: networks trim them, and write accents and lines in their own way. */
export function comparable(text: string | null | undefined): string {
  return (text ?? "").normalize("NFC").replace(/\s+/gu, " ").trim();
}

export function isSame(one: string | null | undefined, other: string | null | undefined): boolean {
  return comparable(one) === comparable(other);
}
