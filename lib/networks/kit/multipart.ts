import { createHash, randomUUID } from "node:crypto";

import type { StreamedBody } from "../../kernel/ports.ts";
import type { CallBody } from "./request.ts";

export interface FormFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly fileName: string;
}

/** Encodes a multipart/form-data body as bytes, because the HTTP client does not take `FormData`. */
export function multipart(fields: Readonly<Record<string, string | FormFile>>): CallBody {
  const boundary = `shoutloop-${boundaryFor(Object.values(fields))}`;
  const parts = Object.entries(fields).flatMap(([name, value]) => {
    const content = typeof value === "string" ? Buffer.from(value) : value.bytes;
    return [headOf(boundary, name, value), content, Buffer.from("\r\n")];
  });
  const bytes = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
  return { bytes, type: `multipart/form-data; boundary=${boundary}` };
}

/** Does the same with a streamed file, which is too large for memory and comes last. */
export function streamedMultipart(
  fields: Readonly<Record<string, string>>,
  name: string,
  file: Omit<FormFile, "bytes"> & { readonly bytes: StreamedBody },
): CallBody {
  const boundary = `shoutloop-${randomUUID()}`;
  const before = Buffer.concat([
    ...Object.entries(fields).flatMap(([field, value]) => [
      headOf(boundary, field, value),
      Buffer.from(`${value}\r\n`),
    ]),
    headOf(boundary, name, file),
  ]);
  const after = Buffer.from(`\r\n--${boundary}--\r\n`);
  const bytes = {
    byteLength: before.length + file.bytes.byteLength + after.length,
    async *pieces() {
      yield before;
      yield* file.bytes.pieces();
      yield after;
    },
  };
  return { bytes, type: `multipart/form-data; boundary=${boundary}` };
}

function headOf(
  boundary: string,
  name: string,
  value: string | Pick<FormFile, "fileName" | "type">,
): Buffer {
  const disposition = `Content-Disposition: form-data; name="${name}"`;
  const head =
    typeof value === "string"
      ? disposition
      : `${disposition}; filename="${value.fileName}"\r\nContent-Type: ${value.type}`;
  return Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`);
}

/** Derives the boundary from a digest of the content, so that the content cannot contain it. */
function boundaryFor(values: readonly (string | FormFile)[]): string {
  const digest = createHash("sha256");
  for (const value of values) digest.update(typeof value === "string" ? value : value.bytes);
  return digest.digest("hex").slice(0, 32);
}
