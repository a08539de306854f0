/** A number in [0, 1) that follows from the seed and the labels alone: whoever draws, whenever, draws the same. */
export function draw(seed: number, ...labels: (string | number)[]): number {
  let hash = 2_166_136_261 ^ seed;
  for (const letter of labels.join("\u0000")) {
    hash ^= letter.charCodeAt(0);
    hash = Math.imul(hash, 16_777_619);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** One of these, each as likely as its weight; undefined where the weights end before 1. */
export function pick<Value>(
  at: number,
  weights: readonly (readonly [Value, number])[],
): Value | undefined {
  let sum = 0;
  for (const [value, weight] of weights) {
    sum += weight;
    if (at < sum) return value;
  }
  return undefined;
}
