export interface ByteRange {
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
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "") ?? [];
  if (from === "" && to === "") return undefined;
  if (from === "") {
    const length = Math.min(Number(to), byteLength);
    return length === 0 ? "unsatisfiable" : { start: byteLength - length, end: byteLength };
  }
  const start = Number(from);
  if (to !== "" && Number(to) < start) return undefined;
  if (start >= byteLength) return "unsatisfiable";
  return { start, end: to === "" ? byteLength : Math.min(Number(to) + 1, byteLength) };
}
