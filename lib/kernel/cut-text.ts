/** The beginning of a text, no longer than `most` UTF-16 units, and never half a sign at its end. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const isInsidePair = /[\uD800-\uDBFF]/.test(text.charAt(most - 1));
  return text.slice(0, isInsidePair ? most - 1 : most);
}
