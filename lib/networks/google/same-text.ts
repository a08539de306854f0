/** Google trims, and writes lines in its own way. */
export function isSame(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

function comparable(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
