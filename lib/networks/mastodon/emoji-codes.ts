interface Pictured {
  readonly emojis?: readonly { readonly shortcode: string }[] | undefined;
}

/** `:verified:` is a picture on that server and nothing but a code anywhere else. Here it stands for nothing else. */
export function nameWithoutCodes(name: string, pictured: Pictured): string {
  // A server may leave out what it does not know itself; a time of day is none.
  const likely = /:(?!\d+:)[a-z0-9_+-]{2,}(?:@[a-z0-9.-]+)?:/gi;
  return withoutPictured(name, pictured)
    .replace(likely, " ")
    .replace(/[\s\u200b]+/gu, " ")
    .trim();
}

/** What people write has colons of its own: only what the server says that it shows as a picture is a code. */
export function textWithoutCodes(text: string, pictured: Pictured): string {
  const plain = withoutPictured(text, pictured);
  return plain === text
    ? text
    : plain
        .replace(/[ \u200b]+/g, " ")
        .replace(/ ?\n ?/g, "\n")
        .trim();
}

/** Not within a word or a time of day: there a server shows none either. */
const codes = /(?<![\p{L}\p{N}]):([^\s:]+):(?![\p{L}\p{N}])/gu;

function withoutPictured(text: string, { emojis = [] }: Pictured): string {
  const pictured = new Set(emojis.map(({ shortcode }) => shortcode));
  return text.replace(codes, (whole, code: string) => (pictured.has(code) ? " " : whole));
}
