import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { pipeline } from "node:stream/promises";

import type { Command } from "commander";

import { exportTouchpoints } from "../../engagement/export-touchpoints.ts";
import type { CommandContext } from "../command-context.ts";
import { refusedFile } from "../files.ts";

/** Adds the command that writes all touchpoints to a new file that only its owner can read. */
export function addExportCommand(touchpoint: Command, cli: CommandContext): void {
  const { tell, terminal } = cli;
  touchpoint
    .command("export <file>")
    .description(tell("cli.help.touchpoint-export"))
    .action(
      cli.inWorkspace(async (ctx, command) => {
        const [file = ""] = command.args;
        // "wx": does not overwrite an existing file.
        const written = createWriteStream(resolve(terminal.folder, file), {
          flags: "wx",
          mode: 0o600,
        });
        await pipeline(exportTouchpoints(ctx), written).catch((error: unknown) => {
          throw refusedFile(error, file);
        });
        const shown = { file, bytes: written.bytesWritten };
        return { json: shown, text: tell("cli.done.exported", shown) };
      }),
    );
}
