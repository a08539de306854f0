/** Longer than any word that the patterns look for. */
const longestRun = 60;

/**
 * Returns the text with a space after every 60 characters without one, repeated signs shortened and long
 * addresses cut. This bounds the work of the patterns, which may try again from each character.
 */
export function boundRuns(text: string): string {
  if (text.length <= longestRun) return text;
  return text.replace(longAddress, "$1").replace(oneSign, "$1$1$1$1").replace(longRun, "$& ");
}

/** The rest of a long address is removed, because it holds no words. */
const longAddress = new RegExp(`(https?://\\S{${longestRun - 8}})\\S+`, "gu");
const oneSign = /([^\p{L}\d])\1{4,}/gu;
const longRun = new RegExp(`\\S{${longestRun}}(?=\\S)`, "gu");
