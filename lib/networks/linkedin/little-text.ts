/**
 * The form of LinkedIn's posts: these signs mean something, and one that stands there unescaped cuts the
 * post off without a word (documentation "little text format").
 */
const reserved = /[\\|{}@[\]()<>#*_~]/g;

/** `@[Noorderwol](urn:li:organization:5515715)`: LinkedIn names nobody whose URN is not given. */
const mention = String.raw`@\[[^\[\]\n]{1,200}\]\(urn:li:(?:organization|person|organizationBrand):[\w-]+\)`;
const hashtag = String.raw`(?<![\p{L}\p{N}_&/#])#[\p{L}\p{N}][\p{L}\p{N}_]*`;
const elements = new RegExp(`${mention}|${hashtag}`, "gu");

/** What was typed, so that every sign of it arrives: names with a URN and hashtags keep their meaning. */
export function littleText(text: string): string {
  let little = "";
  let from = 0;
  for (const found of text.matchAll(elements)) {
    little += escaped(text.slice(from, found.index)) + elementOf(found[0]);
    from = found.index + found[0].length;
  }
  return little + escaped(text.slice(from));
}

/** How a post reads: LinkedIn gives it back in its form, hashtags as templates. */
export function plainText(little: string): string {
  return little
    .replace(/\{hashtag\|\\?#\|((?:\\.|[^|{}\\])*)\}/gu, "#$1")
    .replace(/\\(.)/gsu, "$1");
}

function elementOf(element: string): string {
  const [, name, target] = /^@\[(.*)\]\((.*)\)$/u.exec(element) ?? [];
  return name === undefined ? `#${escaped(element.slice(1))}` : `@[${escaped(name)}](${target})`;
}

function escaped(text: string): string {
  return text.replace(reserved, String.raw`\$&`);
}
