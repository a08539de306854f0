interface Pictured {
  readonly emojis?: readonly { readonly shortcode: string }[] | undefined;
}

/** Returns a name without emoji codes such as `:verified:`, which only their own server shows as an image. */
export function nameWithoutCodes(name: string, pictured: Pictured): string {
  // Also removes codes that the server does not list itself, but not a time of day.
  const likely = /:(?!\d+:)[a-z0-9_+-]{2,}(?:@[a-z0-9.-]+)?:/gi;
  return withoutPictured(name, pictured)
    .replace(likely, " ")
    .replace(/[\s\u200b]+/gu, " ")
    .trim();
}

/**
 * Returns a text without emoji codes. Only codes that the server lists are removed, because texts contain
 * other colons.
 */
export function textWithoutCodes(text: string, pictured: Pictured): string {
  const plain = withoutPictured(text, pictured);
  return plain === text
    ? text
    : plain
        .replace(/[ \u200b]+/g, " ")
        .replace(/ ?\n ?/g, "\n")
        .trim();
}

/** Not within a word or a time of day, where servers show no emoji either. */
const codes = /(?<![\p{L}\p{N}]):([^\s:]+):(?![\p{L}\p{N}])/gu;

function withoutPictured(text: string, { emojis = [] }: Pictured): string {
  const pictured = new Set(emojis.map(({ shortcode }) => shortcode));
  return text.replace(codes, (whole, code: string) => (pictured.has(code) ? " " : whole));
}
