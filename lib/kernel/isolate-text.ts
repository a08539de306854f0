/** Letters that are written from right to left, and marks of direction. */
const turning =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Openings and closings of a direction: one that is left open or closed too often would reach beyond its text. */
const directions = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A text by somebody else within a sentence of ours: whichever way it is written, the words around it stay in
 * their order. One that is written from left to right is as it was.
 */
export function isolateText(text: string): string {
  return turning.test(text) ? `\u2068${text.replace(directions, "")}\u2069` : text;
}

/** As it was typed or written, where somebody copied it from a sentence or a table of ours. */
export function withoutIsolation(text: string): string {
  return text.replace(/[\u2066-\u2069]/gu, "");
}

/** The same as `isolateText` for each text among the values of a sentence; those called as in `except` stay as they are. */
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
