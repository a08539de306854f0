/** Letters written from right to left, and direction marks. */
const turning =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Direction embeddings, overrides and isolates: an unbalanced one would affect the text around it. */
const directions = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Wraps a right-to-left text in Unicode isolates, so that the surrounding sentence keeps its word order. A
 * left-to-right text is returned unchanged.
 */
export function isolateText(text: string): string {
  return turning.test(text) ? `\u2068${text.replace(directions, "")}\u2069` : text;
}

/** Removes isolates from a text, in case somebody copied it from one of our sentences or tables. */
export function withoutIsolation(text: string): string {
  return text.replace(/[\u2066-\u2069]/gu, "");
}

/** Applies `isolateText` to the string values of a message, except those named in `except`. */
export function isolateValues<Values extends Readonly<Record<string, unknown>>>(
  values: Values,
  except?: ReadonlySet<string>,
): Values {
  const all = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" && !except?.has(name) ? isolateText(value) : value,
  ]);
  return Object.fromEntries(all) as Values;
}
