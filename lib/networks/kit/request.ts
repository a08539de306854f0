import type { StreamedBody } from "../../kernel/ports.ts";
import type { Json } from "../contract/remote.ts";
import type { StoredVideo } from "../contract/session.ts";

/** The body of a call: JSON, or the bytes of a file. */
export type CallBody = Json | { readonly bytes: Uint8Array | StreamedBody; readonly type: string };

/** Returns the query with its question mark. A list repeats the name; undefined values are omitted. */
export function queryOf(
  params: Readonly<Record<string, string | readonly string[] | undefined>> = {},
): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one]),
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs).toString()}` : "";
}

/** Returns the encoded body and its content type; nothing if there is no body. */
export function encode(body: CallBody | undefined): {
  type?: string;
  body?: string | Uint8Array | StreamedBody;
} {
  if (body === undefined) return {};
  if (isBytes(body)) return { type: body.type, body: body.bytes };
  return { type: "application/json", body: JSON.stringify(body) };
}

function isBytes(body: unknown): body is { bytes: Uint8Array | StreamedBody; type: string } {
  return typeof body === "object" && body !== null && "bytes" in body;
}

const pieceBytes = 4_000_000;

/** Returns a video as a streamed body, which is never held in memory as a whole. */
export function streamOf(video: Pick<StoredVideo, "byteLength" | "read">): StreamedBody {
  const { byteLength } = video;
  return {
    byteLength,
    async *pieces() {
      for (let at = 0; at < byteLength; at += pieceBytes)
        yield await video.read(at, Math.min(byteLength, at + pieceBytes));
    },
  };
}
