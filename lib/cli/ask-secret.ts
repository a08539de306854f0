import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/**
 * Asks for a secret without showing it, or reads it from the environment variable; undefined if there is no
 * terminal. Arguments are not used for secrets, because they appear in the process list and the shell's
 * history.
 */
export async function askSecret(question: string, variable: string): Promise<string | undefined> {
  const given = process.env[variable];
  if (given) return given;
  if (!process.stdin.isTTY) return undefined;
  process.stderr.write(question);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    return await prompt.question("");
  } finally {
    prompt.close();
    process.stderr.write("\n");
  }
}
