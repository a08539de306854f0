import { pipeline, type Readable } from "node:stream";
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from "node:zlib";

const unpackers: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/**
 * Decompresses a body, because some servers compress without being asked. It is decompressed while it is
 * read, so that the limit on its size holds.
 */
export function decompressed(body: Readable, encoding: string | null): AsyncIterable<Buffer> {
  const unpacker = unpackers[encoding?.trim().toLowerCase() ?? ""]?.();
  if (!unpacker) return body as AsyncIterable<Buffer>;
  pipeline(body, unpacker, () => {});
  return unpacker as AsyncIterable<Buffer>;
}
