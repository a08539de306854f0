/** The fields of a form, as bytes: `FormData` takes a part without a file name for text and spoils it. */
export function fieldsOf(type: string, bytes: Buffer): Map<string, Buffer> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/.exec(type)?.slice(1).find(Boolean);
  const fields = new Map<string, Buffer>();
  if (!boundary) return fields;
  const mark = Buffer.from(`--${boundary}`);
  let from = bytes.indexOf(mark);
  while (from >= 0) {
    const start = from + mark.length + 2;
    const end = bytes.indexOf(mark, start);
    const gap = bytes.indexOf("\r\n\r\n", start);
    if (end < 0 || gap < 0) break;
    const name = /name="([^"]*)"/.exec(bytes.toString("latin1", start, gap))?.[1];
    if (name !== undefined) fields.set(name, bytes.subarray(gap + 4, end - 2));
    from = end;
  }
  return fields;
}
