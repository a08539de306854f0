import twitterText from "twitter-text";

/** A link in a text. Offsets are UTF-16, as strings count. */
export interface LinkSpan {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** What may stand in a link behind its host, or what may at all where a scheme stands before it. */
const rest = String.raw`[^\s<>"“”«»]`;
const schemed = new RegExp(String.raw`(?<![\p{L}\p{N}])https?:\/\/${rest}+`, "giu");
const tail = new RegExp(String.raw`(?::\d+)?(?:[/?#]${rest}*)?`, "uy");

/** Links with a scheme, as they stand. */
export function schemedLinks(text: string): LinkSpan[] {
  return [...text.matchAll(schemed)].flatMap((found): LinkSpan[] => {
    const uri = withoutClosing(withoutEmoji(found[0]));
    if (!URL.canParse(uri)) return [];
    return [{ uri, start: found.index, end: found.index + uri.length }];
  });
}

/** Links without one ("noorderwol.nl/trui"), where the ending is a real top-level domain. */
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

/** "M.Sc." and "klaar.Dan": nobody writes a domain's ending like a word or a title, or its beginning like an initial. */
function isAbbreviation(host: string): boolean {
  const ending = host.split(".").at(-1) ?? "";
  const isOneCase = ending === ending.toLowerCase() || ending === ending.toUpperCase();
  return !isOneCase || /^\p{Lu}\./u.test(host);
}

/** The one that networks make a card of. */
export function firstLink(text: string, isBareToo: boolean): string | undefined {
  const found = [...schemedLinks(text), ...(isBareToo ? bareLinks(text) : [])];
  return found.sort((a, b) => a.start - b.start)[0]?.uri;
}

/** An emoji right behind a link is not part of it; one that the path goes on after is. */
function withoutEmoji(uri: string): string {
  return uri.replace(emoji, "");
}

const pictures = String.raw`[\p{Extended_Pictographic}\p{Regional_Indicator}]`;
const emoji = new RegExp(
  String.raw`${pictures}(?:[\p{M}\u200d\u{1f3fb}-\u{1f3ff}]|${pictures})*(?![/\p{M}\u200d]|${pictures}).*$`,
  "su",
);

/** Punctuation behind a link belongs to the sentence, and so does a bracket that the link did not open. */
function withoutClosing(uri: string): string {
  const shorter = uri.replace(/[.,;:!?'’…*]+$/u, "");
  const isStray = shorter.endsWith(")") && count(shorter, ")") > count(shorter, "(");
  const kept = isStray ? shorter.slice(0, -1) : shorter;
  return kept === uri ? uri : withoutClosing(kept);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
