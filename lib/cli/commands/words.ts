import type { Command } from "commander";

import { loadOwnReaders } from "../../engagement/load-own-reader.ts";
import { measured } from "../../engagement/text-signals/measured.ts";
import type { CommandContext } from "../command-context.ts";

/**
 * Adds the command that shows how accurately texts are read, and what corrections in the workspace changed.
 */
export function addWordsCommand(program: Command, { tell, inWorkspace }: CommandContext): void {
  program
    .command("words")
    .description(tell("cli.help.words"))
    .action(
      inWorkspace(async (ctx) => {
        const { praise, complaint } = await loadOwnReaders(ctx);
        const own = { praise: praise.measured, complaint: complaint.measured };
        const json = { lines: measured, own };
        return { json, text: JSON.stringify(json, null, 2) };
      }),
    );
}
