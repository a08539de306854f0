import { decodeText } from "../kernel/decode-text.ts";
import { RefusedCommand } from "../transports/refused-command.ts";
import { readFileGiven } from "./files.ts";
import type { Terminal } from "./terminal.ts";

/** Longer than any list that a person writes. */
const mostBytes = 5_000_000;

/** A file of JSON as it is; whoever asks for it parses it. */
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
