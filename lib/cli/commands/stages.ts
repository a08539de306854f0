import type { Command } from "commander";
import { z } from "zod";

import type { Context } from "../../kernel/context.ts";
import { changeSilence, silenceInput } from "../../projector/change-silence.ts";
import { changeStages } from "../../projector/change-stages.ts";
import { previewStages } from "../../projector/preview-stages.ts";
import { granted } from "../../transports/refused-command.ts";
import { listStages } from "../../workspaces/list-stages.ts";
import { stageTemplateNames } from "../../workspaces/stage.ts";
import type { CommandContext } from "../command-context.ts";
import { table } from "../table.ts";

const options = z.object({
  set: z.enum(stageTemplateNames).optional(),
  preview: z.enum(stageTemplateNames).optional(),
  silence: silenceInput.shape.silenceDays,
  quietBuyer: silenceInput.shape.quietBuyerDays,
});

/** The workspace's stages; other ones, and what they would change. */
export function addStagesCommand(program: Command, { tell, inWorkspace }: CommandContext): void {
  const templates = stageTemplateNames.join(", ");
  program
    .command("stages")
    .description(tell("cli.help.stages"))
    .option("--preview <stages>", templates)
    .option("--set <stages>", templates)
    .option("--silence <days>", tell("cli.help.silence"))
    .option("--quiet-buyer <days>", tell("cli.help.quiet-buyer"))
    .action(
      inWorkspace(async (ctx, command) => {
        const { set, preview, silence, quietBuyer } = options.parse(command.opts());
        if (preview) {
          const found = await previewStages(ctx, { template: preview });
          const rows = found.crosswalk.map(({ from, to }) => [from, to]);
          const { people, looked, moved } = found;
          const told = tell("cli.stages-preview", { people, looked, moved });
          return { json: found, text: `${table(["NOW", "THEN"], rows)}\n\n${told}` };
        }
        if (set) granted(await changeStages(ctx, { template: set }));
        if (silence || quietBuyer)
          granted(await changeSilence(ctx, { silenceDays: silence, quietBuyerDays: quietBuyer }));
        return shownStages(ctx);
      }),
    );
}

async function shownStages(ctx: Context) {
  const stages = await listStages(ctx);
  const shown = stages.map(({ id, key, name, medianDwellDays }) => ({
    id,
    key,
    name,
    medianDwellDays,
  }));
  const rows = shown.map(({ key, name, medianDwellDays }) => [key, name, medianDwellDays]);
  return { json: shown, text: table(["STAGE", "NAME", "DAYS"], rows) };
}
