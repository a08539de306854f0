/**
 * Returns a number in [0, 1) that is always the same for the same words. The audience has no other
 * randomness.
 */
export function chance(...words: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of words.join("|")) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

export function oneOf<Value>(values: readonly [Value, ...Value[]], at: number): Value {
  return values[Math.floor(at * values.length)] ?? values[0];
}

/**
 * Returns a delay in milliseconds, uniform on a logarithmic scale: many people react in minutes, some in
 * days.
 */
export function wait(at: number, fromSeconds: number, toSeconds: number): number {
  return Math.round(1000 * fromSeconds * (toSeconds / fromSeconds) ** at);
}

export function shuffled<Value>(values: readonly Value[], seed: string): Value[] {
  return values
    .map((value, index) => ({ value, order: chance(seed, "shuffle", index) }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ value }) => value);
}
