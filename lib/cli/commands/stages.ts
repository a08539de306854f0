import type { Command } from "commander";
import { z } from "zod";

import type { TranslateKnown } from "../../i18n/translator.ts";
import type { Context } from "../../kernel/context.ts";
import { changeSilence, silenceInput } from "../../projector/change-silence.ts";
import { changeStages } from "../../projector/change-stages.ts";
import { previewStages, type StagesPreview } from "../../projector/preview-stages.ts";
import { granted } from "../../transports/refused-command.ts";
import { listStages } from "../../workspaces/list-stages.ts";
import { stageChoice, type StageChoice } from "../../workspaces/stage-choice.ts";
import { meaningOf, stageTemplateNames } from "../../workspaces/stage.ts";
import type { CommandContext } from "../command-context.ts";
import { readJsonFile } from "../read-json-file.ts";
import { stageLabel } from "../stage-label.ts";
import { table } from "../table.ts";

const options = z.object({
  set: z.string().optional(),
  preview: z.string().optional(),
  silence: silenceInput.shape.silenceDays,
  quietBuyer: silenceInput.shape.quietBuyerDays,
});

/** Commands that show, preview and change the workspace's stages. */
export function addStagesCommand(
  program: Command,
  { tell, inWorkspace, terminal }: CommandContext,
): void {
  const which = tell("cli.help.stages-which", { templates: stageTemplateNames.join(", ") });
  program
    .command("stages")
    .description(tell("cli.help.stages"))
    .option("--preview <stages>", which)
    .option("--set <stages>", which)
    .option("--silence <days>", tell("cli.help.silence"))
    .option("--quiet-buyer <days>", tell("cli.help.quiet-buyer"))
    .action(
      inWorkspace(async (ctx, command) => {
        const { set, preview, silence, quietBuyer } = options.parse(command.opts());
        if (preview) {
          const choice = await choiceOf(terminal, preview);
          const found = granted(await previewStages(ctx, choice));
          return { json: found, text: shownPreview(found, tell) };
        }
        if (set) granted(await changeStages(ctx, { choice: await choiceOf(terminal, set) }));
        if (silence || quietBuyer)
          granted(await changeSilence(ctx, { silenceDays: silence, quietBuyerDays: quietBuyer }));
        return shownStages(ctx, tell);
      }),
    );
}

/** Returns the template of that name, or the stages in a file. */
async function choiceOf(terminal: CommandContext["terminal"], which: string): Promise<StageChoice> {
  const template = stageTemplateNames.find((name) => name === which);
  if (template) return { template };
  const stages = await readJsonFile(terminal, which);
  return stageChoice.parse({ template: "own", stages });
}

function shownPreview(preview: StagesPreview, tell: TranslateKnown): string {
  const { crosswalk, stages, away, ...counts } = preview;
  const nameOf = (stage: { key: string; name: string | null }) => stageLabel(stage, tell);
  const becomes = crosswalk.map(({ from, to, posts, rules }) => [
    nameOf(from),
    nameOf(to),
    posts,
    rules,
  ]);
  const people = stages.map(({ stage, before, after }) => [nameOf(stage), before, after]);
  return [
    table(["NOW", "THEN", "POSTS", "RULES"], becomes),
    table(
      ["STAGE", "PEOPLE NOW", "PEOPLE THEN"],
      [...people, [tell("people.away"), away.before, away.after]],
    ),
    tell("cli.stages-preview", counts),
  ].join("\n\n");
}

async function shownStages(ctx: Context, tell: TranslateKnown) {
  const stages = await listStages(ctx);
  const shown = stages.map(({ id, key, name, medianDwellDays }) => ({
    id,
    key,
    meaning: meaningOf(key),
    name,
    medianDwellDays,
  }));
  const rows = shown.map((stage) => [
    stageLabel(stage, tell),
    stage.meaning,
    stage.medianDwellDays,
  ]);
  return { json: shown, text: table(["STAGE", "MEANS", "DAYS"], rows) };
}
