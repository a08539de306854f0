import { convert, type HtmlToTextOptions } from "html-to-text";

const options: HtmlToTextOptions = {
  wordwrap: false,
  decodeEntities: true,
  limits: { maxInputLength: 100_000, maxChildNodes: 5_000, maxDepth: 50, ellipsis: "…" },
  formatters: {
    /**
     * Servers hide the scheme and the end of a link in invisible spans, so the `href` is used as the text.
     */
    link: (element, walk, builder) => {
      const classes = String(element.attribs?.["class"] ?? "").split(/\s+/);
      const href = String(element.attribs?.["href"] ?? "");
      const isName = classes.includes("mention") || classes.includes("hashtag");
      if (isName || !/^https?:\/\//i.test(href)) walk(element.children ?? [], builder);
      else builder.addInline(href, { noWordTransform: true });
    },
  },
  selectors: [
    { selector: "a", format: "link" },
    { selector: "p", options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: "img", format: "skip" },
    { selector: "script", format: "skip" },
    { selector: "style", format: "skip" },
    // Mastodon's fallback for quotes, for servers that do not support them.
    { selector: "p.quote-inline", format: "skip" },
  ],
};

/**
 * Converts a post's HTML to the text that the person wrote, with line breaks and full links and without any
 * HTML.
 */
export function plainText(html: string): string {
  return convert(html, options).replaceAll("\u200b", "").trim();
}
