import { basename } from "node:path";

import type { Command } from "commander";

import { refusalSentence } from "../../i18n/refusal-sentence.ts";
import { maxUploadBytes } from "../../media/medium.ts";
import { checkMedia } from "../../media/upload-media.ts";
import type { CommandContext } from "../command-context.ts";
import { readFileGiven } from "../files.ts";

export function addMediaCommands(
  program: Command,
  { tell, locale, terminal, withoutRuntime }: CommandContext,
): void {
  program
    .command("media")
    .description(tell("cli.help.media"))
    .command("check <file>")
    .description(tell("cli.help.media-check"))
    .action(
      withoutRuntime(async (command) => {
        const [file = ""] = command.args;
        const bytes = await readFileGiven(terminal, file, maxUploadBytes);
        const checked = await checkMedia({ bytes, fileName: basename(file) });
        if (!checked.ok) {
          const sentence = refusalSentence(tell, locale, checked);
          return { json: { isTaken: false, refusal: checked.refusal, sentence }, text: sentence };
        }
        const { type, width, height, bytes: kept } = checked.value.image;
        const facts = { type, width, height, byteLength: kept.length };
        return { json: { isTaken: true, ...facts }, text: tell("cli.done.media-taken", facts) };
      }),
    );
}
