import { createHash } from "node:crypto";

import type { CallBody } from "./request.ts";

export interface FormFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly fileName: string;
}

/** multipart/form-data by hand: the HTTP client takes bytes. */
export function multipart(fields: Readonly<Record<string, string | FormFile>>): CallBody {
  const boundary = `shoutloop-${boundaryFor(Object.values(fields))}`;
  const parts = Object.entries(fields).flatMap(([name, value]) => {
    const isFile = typeof value !== "string";
    const disposition = `Content-Disposition: form-data; name="${name}"`;
    const head = isFile
      ? `${disposition}; filename="${value.fileName}"\r\nContent-Type: ${value.type}`
      : disposition;
    const content = isFile ? value.bytes : Buffer.from(value);
    return [Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), content, Buffer.from("\r\n")];
  });
  const bytes = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
  return { bytes, type: `multipart/form-data; boundary=${boundary}` };
}

/** Nothing holds its own digest. */
function boundaryFor(values: readonly (string | FormFile)[]): string {
  const digest = createHash("sha256");
  for (const value of values) digest.update(typeof value === "string" ? value : value.bytes);
  return digest.digest("hex").slice(0, 32);
}
