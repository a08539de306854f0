import { bareLinks, schemedLinks } from "../contract/links.ts";

/** A mention, link or tag in a text. Offsets are in UTF-16 units. */
export type Span = { readonly start: number; readonly end: number } & (
  | { readonly kind: "mention"; readonly handle: string }
  | { readonly kind: "link"; readonly uri: string }
  | { readonly kind: "tag"; readonly tag: string }
);

export type Facet = {
  index: { byteStart: number; byteEnd: number };
  features: [{ $type: string; [field: string]: string }];
};

/**
 * Returns mentions, links and tags in order; of overlapping ones the first is kept. The server does not
 * detect them itself.
 */
export function spansOf(text: string): Span[] {
  const all = [...linksOf(text), ...mentionsOf(text), ...tagsOf(text)];
  const kept: Span[] = [];
  for (const span of all.sort((a, b) => a.start - b.start || b.end - a.end))
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

/** Returns the facets of a text. `dids` has the handles that exist; other mentions stay plain text. */
export function facetsOf(text: string, dids: ReadonlyMap<string, string>): Facet[] {
  return spansOf(text).flatMap((span) => {
    const feature = featureOf(span, dids);
    return feature ? [{ index: bytes(text, span), features: [feature] }] : [];
  });
}

function featureOf(
  span: Span,
  dids: ReadonlyMap<string, string>,
): Facet["features"][0] | undefined {
  if (span.kind === "link") return { $type: "app.bsky.richtext.facet#link", uri: span.uri };
  if (span.kind === "tag") return { $type: "app.bsky.richtext.facet#tag", tag: span.tag };
  const did = dids.get(span.handle);
  return did ? { $type: "app.bsky.richtext.facet#mention", did } : undefined;
}

function bytes(text: string, span: Span): Facet["index"] {
  const byteStart = Buffer.byteLength(text.slice(0, span.start));
  return { byteStart, byteEnd: byteStart + Buffer.byteLength(text.slice(span.start, span.end)) };
}

const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const mention = new RegExp(
  String.raw`(?<![\p{L}\p{N}@./_-])@((?:${label}\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)(?![\p{L}\p{N}@_-])`,
  "giu",
);

function mentionsOf(text: string): Span[] {
  return [...text.matchAll(mention)].map((found) => ({
    kind: "mention",
    handle: (found[1] ?? "").toLowerCase(),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** Includes links without a scheme. */
function linksOf(text: string): Span[] {
  return [...schemedLinks(text), ...bareLinks(text)].map((link) => ({ kind: "link", ...link }));
}

const hash = /(?<=^|[\s(])[#＃]([^\s#＃]+)/gu;
const [maxTagGraphemes, maxTagBytes] = [64, 640];
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

function tagsOf(text: string): Span[] {
  return [...text.matchAll(hash)].flatMap((found): Span[] => {
    const tag = (found[1] ?? "").replace(/[\p{P}]+$/u, "");
    if (!isTag(tag)) return [];
    return [{ kind: "tag", tag, start: found.index, end: found.index + 1 + tag.length }];
  });
}

/** Excludes numbers ("#1") and keycap emoji. */
function isTag(tag: string): boolean {
  if (!tag || tag.startsWith("\ufe0f") || /^[\d\p{P}]+$/u.test(tag)) return false;
  return (
    [...segmenter.segment(tag)].length <= maxTagGraphemes && Buffer.byteLength(tag) <= maxTagBytes
  );
}
