import type { Command } from "commander";
import { z } from "zod";

import { changeDraftSettings } from "../../advocacy/change-draft-settings.ts";
import { draftSettingsInput } from "../../advocacy/draft-settings-input.ts";
import { placeholders, sentenceKinds } from "../../advocacy/own-sentence.ts";
import { previewSentences } from "../../advocacy/preview-sentences.ts";
import type { Context } from "../../kernel/context.ts";
import { granted } from "../../transports/refused-command.ts";
import { viewDraftSettings } from "../../views/draft-settings.ts";
import type { CommandContext } from "../command-context.ts";
import { readJsonFile } from "../read-json-file.ts";
import { table } from "../table.ts";

/** Accepts the output of `sentences --json`; its explanatory fields are ignored. */
const file = z.object({
  ...draftSettingsInput.shape,
  placeholders: z.unknown().optional(),
  kinds: z.unknown().optional(),
});

/** Commands for drafting shout-outs: the tone, and the workspace's own sentences. */
export function addSentencesCommand(
  program: Command,
  { tell, inWorkspace, terminal }: CommandContext,
): void {
  const sentences = program
    .command("sentences")
    .description(tell("cli.help.sentences"))
    .action(inWorkspace(shownSentences));
  sentences
    .command("preview <file>")
    .description(tell("cli.help.sentences-preview"))
    .action(
      inWorkspace(async (ctx, command) => {
        const given = file.parse(await readJsonFile(terminal, command.args[0] ?? ""));
        const previews = granted(await previewSentences(ctx, given));
        const rows = previews.map(({ person, text }, index) => [
          index + 1,
          person?.name ?? "",
          text ?? "",
        ]);
        return { json: previews, text: table(["NR", "WHOM", "DRAFT"], rows) };
      }),
    );
  sentences
    .command("set <file>")
    .description(tell("cli.help.sentences-set"))
    .action(
      inWorkspace(async (ctx, command) => {
        const given = file.parse(await readJsonFile(terminal, command.args[0] ?? ""));
        granted(await changeDraftSettings(ctx, given));
        return shownSentences(ctx);
      }),
    );
}

async function shownSentences(ctx: Context) {
  const { version, tone, own } = await viewDraftSettings(ctx);
  const rows = own.map(({ key, kind, language, text }) => [key, kind, language, text]);
  return {
    json: { version, tone, own, placeholders, kinds: sentenceKinds },
    text: `${tone}\n\n${table(["KEY", "FOR", "LANGUAGE", "SENTENCE"], rows)}`,
  };
}
