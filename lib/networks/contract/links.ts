import twitterText from "twitter-text";

/** A link in a text. Offsets are in UTF-16 units. */
export interface LinkSpan {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** A character that may follow the host of a link; after a scheme, any character of the link. */
const rest = String.raw`[^\s<>"“”«»]`;
const schemed = new RegExp(String.raw`(?<![\p{L}\p{N}])https?:\/\/${rest}+`, "giu");
const tail = new RegExp(String.raw`(?::\d+)?(?:[/?#]${rest}*)?`, "uy");

/** Returns links that have a scheme. */
export function schemedLinks(text: string): LinkSpan[] {
  return [...text.matchAll(schemed)].flatMap((found): LinkSpan[] => {
    const uri = withoutClosing(withoutEmoji(found[0]));
    if (!URL.canParse(uri)) return [];
    return [{ uri, start: found.index, end: found.index + uri.length }];
  });
}

/**
 * Returns links without a scheme ("noorderwol.nl/trui") whose ending is a real top-level domain, as https
 * addresses.
 */
export function bareLinks(text: string): LinkSpan[] {
  return twitterText
    .extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: true })
    .filter(({ url, indices: [start] }) => !/^https?:/i.test(url) && text[start - 1] !== "@")
    .flatMap(({ url, indices: [start] }): LinkSpan[] => {
      const host = /^[^/?#:]+/.exec(url)?.[0] ?? url;
      if (isAbbreviation(host)) return [];
      tail.lastIndex = start + host.length;
      const whole = host + withoutEmoji(tail.exec(text)?.[0] ?? "");
      const bare = withoutClosing(whole);
      return [{ uri: `https://${bare}`, start, end: start + bare.length }];
    });
}

/**
 * Whether a match is an abbreviation or a missing space ("M.Sc.", "klaar.Dan"). Domains do not end in mixed
 * case or begin with a single capital letter and a dot.
 */
function isAbbreviation(host: string): boolean {
  const ending = host.split(".").at(-1) ?? "";
  const isOneCase = ending === ending.toLowerCase() || ending === ending.toUpperCase();
  return !isOneCase || /^\p{Lu}\./u.test(host);
}

/** Returns the link of which networks make a card. */
export function firstLink(text: string, isBareToo: boolean): string | undefined {
  const found = [...schemedLinks(text), ...(isBareToo ? bareLinks(text) : [])];
  return found.sort((a, b) => a.start - b.start)[0]?.uri;
}

/** Removes an emoji directly after a link, and what follows it. An emoji within the path stays. */
function withoutEmoji(uri: string): string {
  return uri.replace(emoji, "");
}

const pictures = String.raw`[\p{Extended_Pictographic}\p{Regional_Indicator}]`;
const emoji = new RegExp(
  String.raw`${pictures}(?:[\p{M}\u200d\u{1f3fb}-\u{1f3ff}]|${pictures})*(?![/\p{M}\u200d]|${pictures}).*$`,
  "su",
);

/** Removes punctuation after a link, and a closing bracket that the link did not open. */
function withoutClosing(uri: string): string {
  const shorter = uri.replace(/[.,;:!?'’…*]+$/u, "");
  const isStray = shorter.endsWith(")") && count(shorter, ")") > count(shorter, "(");
  const kept = isStray ? shorter.slice(0, -1) : shorter;
  return kept === uri ? uri : withoutClosing(kept);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
