/** No word that anything here looks for is as long. */
const longestRun = 60;

/**
 * A text as the patterns here may read it: where signs go on without a space they are parted, so that
 * what a pattern tries from each of them is bounded, however long somebody holds down a key.
 */
export function boundRuns(text: string): string {
  if (text.length <= longestRun) return text;
  return text.replace(longAddress, "$1").replace(oneSign, "$1$1$1$1").replace(longRun, "$& ");
}

/** Cut, not parted: what stands behind is not said by anybody. */
const longAddress = new RegExp(`(https?://\\S{${longestRun - 8}})\\S+`, "gu");
const oneSign = /([^\p{L}\d])\1{4,}/gu;
const longRun = new RegExp(`\\S{${longestRun}}(?=\\S)`, "gu");
