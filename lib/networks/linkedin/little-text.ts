/**
 * Reserved characters of LinkedIn's "little text format". An unescaped one cuts off the rest of the post
 * without an error.
 */
const reserved = /[\\|{}@[\]()<>#*_~]/g;

/** A mention: `@[Noorderwol](urn:li:organization:5515715)`. LinkedIn notifies only accounts given by URN. */
const mention = String.raw`@\[[^\[\]\n]{1,200}\]\(urn:li:(?:organization|person|organizationBrand):[\w-]+\)`;
const hashtag = String.raw`(?<![\p{L}\p{N}_&/#])#[\p{L}\p{N}][\p{L}\p{N}_]*`;
const elements = new RegExp(`${mention}|${hashtag}`, "gu");

/**
 * Converts plain text to little text: escapes every reserved character except in mentions with a URN and in
 * hashtags.
 */
export function littleText(text: string): string {
  let little = "";
  let from = 0;
  for (const found of text.matchAll(elements)) {
    little += escaped(text.slice(from, found.index)) + elementOf(found[0]);
    from = found.index + found[0].length;
  }
  return little + escaped(text.slice(from));
}

/** Converts little text, in which LinkedIn returns hashtags as templates, to plain text. */
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
