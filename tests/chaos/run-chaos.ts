import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("./run.ts", import.meta.url));

export interface Figures {
  readonly deliveries: number;
  readonly kills: number;
  readonly pauses: number;
  readonly duplicates: number;
  readonly lost: number;
  readonly parked: number;
  readonly seconds: number;
}

/** `npm run chaos -- …` as anyone runs it: its exit code, what it said, and the figures of its last line. */
export async function runChaosCommand(
  words: string,
): Promise<{ code: number | null; output: string; figures: Figures }> {
  const child = spawn(process.execPath, [command, ...words.split(" ")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const lastLine = output.trimEnd().split("\n").at(-1) ?? "";
  if (!lastLine.startsWith("{")) throw new Error(`No figures (exit code ${code}):\n${output}`);
  return { code, output, figures: JSON.parse(lastLine) as Figures };
}
