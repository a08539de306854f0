import { convert, type HtmlToTextOptions } from "html-to-text";

const options: HtmlToTextOptions = {
  wordwrap: false,
  decodeEntities: true,
  limits: { maxInputLength: 100_000, maxChildNodes: 5_000, maxDepth: 50, ellipsis: "…" },
  formatters: {
    /** Servers hide the scheme and the tail of a link in invisible spans: the address is what was written. */
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
    // Mastodon's own fallback for quotes, in servers that do not know them.
    { selector: "p.quote-inline", format: "skip" },
  ],
};

/** What a person wrote, from the HTML that a server makes of it: line breaks kept, links in full, nothing left that a browser would run. */
export function plainText(html: string): string {
  return convert(html, options).replaceAll("\u200b", "").trim();
}
