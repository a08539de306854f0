import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { resolve } from "node:path";

import { decodeStream } from "../kernel/decode-text.ts";
import type { ReadableFile } from "../media/probe-video.ts";
import { RefusedCommand } from "../transports/refused-command.ts";
import type { Terminal } from "./terminal.ts";

type Place = Pick<Terminal, "folder">;

/** Reads a file, at most one byte more than `most`, which shows that it is too large. */
export async function readFileGiven(
  { folder }: Place,
  file: string,
  most: number,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(resolve(folder, file), { end: most }))
      chunks.push(chunk as Buffer);
  } catch (error) {
    throw refusedFile(error, file);
  }
  return Buffer.concat(chunks);
}

/** Opens a file that is too large for memory, while `work` runs. */
export async function withFileGiven<Value>(
  { folder }: Place,
  file: string,
  work: (opened: ReadableFile) => Promise<Value>,
): Promise<Value> {
  const path = resolve(folder, file);
  const found = await stat(path).catch((error: unknown) => {
    throw refusedFile(error, file);
  });
  if (found.isDirectory()) throw new RefusedCommand("file-is-folder", { file });
  if (!found.isFile()) throw new RefusedCommand("file-is-pipe", { file });
  const handle = await open(path).catch((error: unknown) => {
    throw refusedFile(error, file);
  });
  try {
    return await work({
      byteLength: found.size,
      async read(start, end) {
        const { buffer, bytesRead } = await handle.read(
          Buffer.alloc(end - start),
          0,
          end - start,
          start,
        );
        return buffer.subarray(0, bytesRead);
      },
    });
  } finally {
    await handle.close();
  }
}

/** Returns a function that reads the file's text from its beginning, in any supported encoding. */
export async function textOfFileGiven(
  { folder }: Place,
  file: string,
): Promise<() => AsyncGenerator<string>> {
  const path = resolve(folder, file);
  const found = await stat(path).catch((error: unknown) => {
    throw refusedFile(error, file);
  });
  // A pipe is refused because it can be read only once.
  if (found.isDirectory()) throw new RefusedCommand("file-is-folder", { file });
  if (!found.isFile()) throw new RefusedCommand("file-is-pipe", { file });
  return async function* text() {
    try {
      yield* decodeStream(createReadStream(path));
    } catch (error) {
      throw refusedFile(error, file);
    }
  };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "no-such-file",
  ENOTDIR: "no-such-file",
  EISDIR: "file-is-folder",
  EEXIST: "file-exists",
};

/** Converts a file error to a refusal; returns other errors unchanged. */
export function refusedFile(error: unknown, file: string): unknown {
  const { code = "", syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined) return error;
  return new RefusedCommand(reasons[code] ?? "unusable-file", { file, code });
}
