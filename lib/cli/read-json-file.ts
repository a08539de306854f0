import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

import { RefusedCommand } from "../transports/refused-command.ts";

/** A file of JSON as it is; whoever asks for it parses it. */
export async function readJsonFile(folder: string, file: string): Promise<unknown> {
  const text = await readFile(resolve(folder, file), "utf8").catch(() => undefined);
  if (text === undefined) throw new RefusedCommand("unreadable-file", { file });
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new RefusedCommand("not-json", { file });
  }
}
