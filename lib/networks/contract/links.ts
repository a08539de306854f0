import twitterText from "twitter-text";

/** A link in a text. Offsets are UTF-16, as strings count. */
export interface LinkSpan {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

const schemed = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"“”«»]+/giu;

/** Links with a scheme, as they stand. */
export function schemedLinks(text: string): LinkSpan[] {
  return [...text.matchAll(schemed)].flatMap((found): LinkSpan[] => {
    const uri = withoutClosing(found[0]);
    if (!URL.canParse(uri)) return [];
    return [{ uri, start: found.index, end: found.index + uri.length }];
  });
}

/** Links without one ("noorderwol.nl/trui"), where the ending is a real top-level domain. */
export function bareLinks(text: string): LinkSpan[] {
  return twitterText
    .extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: true })
    .filter(({ url, indices: [start] }) => !/^https?:/i.test(url) && text[start - 1] !== "@")
    .map(({ url, indices: [start, end] }) => ({ uri: `https://${url}`, start, end }));
}

/** The one that networks make a card of. */
export function firstLink(text: string, isBareToo: boolean): string | undefined {
  const found = [...schemedLinks(text), ...(isBareToo ? bareLinks(text) : [])];
  return found.sort((a, b) => a.start - b.start)[0]?.uri;
}

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
