interface ByteRange {
  readonly start: number;
  /** The first that is not meant any more. */
  readonly end: number;
}

/**
 * What a `Range` header asks for (RFC 9110, 14.2): undefined where the whole is to be answered, which is
 * also where several stretches are asked for at once; "unsatisfiable" where it begins behind the end.
 */
export function byteRangeOf(
  header: string | null,
  byteLength: number,
): ByteRange | "unsatisfiable" | undefined {
  const asked = /^bytes=(?:(\d{1,15})-(\d{0,15})|-(\d{1,15}))$/.exec(header?.trim() ?? "");
  if (!asked) return undefined;
  const [, from, to, last] = asked;
  const range =
    from === undefined ? lastOf(Number(last), byteLength) : fromTo(from, to, byteLength);
  // Backwards is no range at all; what holds no byte cannot be answered.
  if (range.start > range.end) return range.start >= byteLength ? "unsatisfiable" : undefined;
  return range.start === range.end ? "unsatisfiable" : range;
}

function lastOf(count: number, byteLength: number): ByteRange {
  return { start: byteLength - Math.min(count, byteLength), end: byteLength };
}

function fromTo(from: string, to: string | undefined, byteLength: number): ByteRange {
  const end = to ? Math.min(Number(to) + 1, byteLength) : byteLength;
  return { start: Number(from), end };
}
