/**
 * LinkedIn's reading of a post's words (page "little Text Format"): a reserved sign that is neither
 * escaped nor part of an element ends the post there, without a word.
 */
const reserved = /[\\|{}@[\]()<>#*_~]/;

const forms: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/^\\([\\|{}@[\]()<>#*_~])/, ([, sign = ""]) => sign],
  [/^#([\p{L}\p{N}]+)/u, ([whole]) => whole],
  [/^\{hashtag\|\\#\|((?:\\.|[^|{}\\])+)\}/u, ([, tag = ""]) => `#${tag.replace(/\\(.)/g, "$1")}`],
  [
    /^@\[((?:\\.|[^\\[\]])+)\]\((urn:li:(?:organization|person):[\w-]+)\)/u,
    ([, name = ""]) => name.replace(/\\(.)/g, "$1"),
  ],
];

/** As people see it. */
export function shownText(commentary: string): string {
  let shown = "";
  let rest = commentary;
  while (rest !== "") {
    const form = forms.flatMap(([pattern, read]) => {
      const found = pattern.exec(rest);
      return found ? [{ length: found[0].length, text: read(found) }] : [];
    })[0];
    const sign = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    if (!form && reserved.test(sign)) return shown;
    shown += form?.text ?? sign;
    rest = rest.slice(form?.length ?? sign.length);
  }
  return shown;
}
