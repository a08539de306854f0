interface ByteRange {
  readonly start: number;
  /** End of the range, exclusive. */
  readonly end: number;
}

/**
 * Parses a `Range` header (RFC 9110, 14.2). Undefined: answer with the whole file (no range, an invalid one,
 * or several). "unsatisfiable": the range contains no byte of the file.
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
  // A range whose end is before its start is invalid and ignored; an empty one cannot be answered.
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
