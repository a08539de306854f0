import { decodeText } from "../kernel/decode-text.ts";
import { RefusedCommand } from "../transports/refused-command.ts";
import { readFileGiven } from "./files.ts";
import type { Terminal } from "./terminal.ts";

/** Larger than any file that a person would write. */
const mostBytes = 5_000_000;

/** Returns the content of a JSON file; the caller validates it. */
export async function readJsonFile(
  terminal: Pick<Terminal, "folder">,
  file: string,
): Promise<unknown> {
  const text = decodeText(await readFileGiven(terminal, file, mostBytes));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new RefusedCommand("not-json", { file });
  }
}
