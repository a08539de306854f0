/**
 * Decodes the bytes of a text file or page: by its byte order mark, else by `declared` (an encoding name as
 * in headers and pages), else as UTF-16 without a mark if the zero bytes suggest it, else as UTF-8, else as
 * Windows-1252, which spreadsheets also write.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const reader = textReader(declared);
  return reader.read(bytes) + reader.end();
}

/** The same for a stream, chunk by chunk. */
export async function* decodeStream(
  chunks: AsyncIterable<Uint8Array>,
  declared?: string,
): AsyncGenerator<string> {
  const reader = textReader(declared);
  for await (const chunk of chunks) {
    const text = reader.read(chunk);
    if (text) yield text;
  }
  const rest = reader.end();
  if (rest) yield rest;
}

interface TextReader {
  readonly read: (chunk: Uint8Array) => string;
  readonly end: () => string;
}

/** Bytes to collect before the encoding is decided. */
const enoughToJudge = 64;

function textReader(declared: string | undefined): TextReader {
  let waiting: Uint8Array = new Uint8Array();
  let chosen: TextReader | undefined;
  return {
    read(chunk) {
      if (chosen) return chosen.read(chunk);
      waiting = joined(waiting, chunk);
      if (waiting.length < enoughToJudge) return "";
      chosen = readerFor(waiting, declared);
      return chosen.read(waiting);
    },
    end() {
      if (chosen) return chosen.end();
      const short = readerFor(waiting, declared);
      return short.read(waiting) + short.end();
    },
  };
}

function readerFor(start: Uint8Array, declared: string | undefined): TextReader {
  const label = markedEncoding(start) ?? known(declared) ?? unmarkedUtf16(start);
  return label && label !== "utf-8" ? oneEncoding(label) : utf8OrWindows();
}

function oneEncoding(label: string): TextReader {
  const decoder = new TextDecoder(label);
  return {
    read: (chunk) => decoder.decode(chunk, { stream: true }),
    end: () => decoder.decode(),
  };
}

/**
 * Decodes UTF-8 up to the first invalid byte. If only ASCII came before it, the rest is decoded as
 * Windows-1252, otherwise as UTF-8 with replacement characters.
 */
function utf8OrWindows(): TextReader {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let other: TextReader | undefined;
  let isProven = false;
  let open: Uint8Array = new Uint8Array();
  function read(chunk: Uint8Array, isLast: boolean): string {
    if (other) return other.read(chunk);
    const bytes = joined(open, chunk);
    const whole = isLast ? bytes.length : endOfWholeSigns(bytes);
    try {
      const text = strict.decode(bytes.subarray(0, whole), { stream: !isLast });
      isProven ||= /[\u0080-\u{10FFFF}]/u.test(text);
      open = bytes.slice(whole);
      return text;
    } catch {
      other = oneEncoding(isProven ? "utf-8" : "windows-1252");
      return other.read(bytes);
    }
  }
  return {
    read: (chunk) => read(chunk, false),
    end: () => read(new Uint8Array(), true) + (other?.end() ?? ""),
  };
}

/** Returns where the last complete UTF-8 character ends. */
function endOfWholeSigns(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

/**
 * Detects UTF-16 without a mark: Latin letters have a zero in every second byte. No other supported encoding
 * has zero bytes in a text.
 */
function unmarkedUtf16(start: Uint8Array): string | undefined {
  const pairs = Math.floor(start.length / 2);
  const zeros = (offset: number) =>
    Array.from({ length: pairs }, (_, pair) => start[2 * pair + offset]).filter(
      (byte) => byte === 0,
    ).length;
  if (pairs > 1 && zeros(1) > pairs / 2 && zeros(0) === 0) return "utf-16le";
  if (pairs > 1 && zeros(0) > pairs / 2 && zeros(1) === 0) return "utf-16be";
  return undefined;
}

function known(declared: string | undefined): string | undefined {
  try {
    return declared
      ? new TextDecoder(declared.trim().replace(/^["']|["']$/g, "")).encoding
      : undefined;
  } catch {
    return undefined;
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
