import type { StreamedBody } from "../../kernel/ports.ts";
import type { StoredVideo } from "../contract/connector.ts";
import type { Json } from "../contract/remote.ts";

/** What a call tells: JSON, or a file as it is. */
export type CallBody = Json | { readonly bytes: Uint8Array | StreamedBody; readonly type: string };

/** With its question mark; a list repeats its name, and what is undefined is left out. */
export function queryOf(
  params: Readonly<Record<string, string | readonly string[] | undefined>> = {},
): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one]),
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs).toString()}` : "";
}

/** As it goes out, with its content type; nothing where nothing is told. */
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

/** A video as a body of its own, never held whole. */
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
