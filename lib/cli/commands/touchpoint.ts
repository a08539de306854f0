import type { Command } from "commander";
import { z } from "zod";

import { confirmInput } from "../../advocacy/input.ts";
import { listCases } from "../../advocacy/list-cases.ts";
import { listTouchpoints, showTouchpoint } from "../../engagement/list-touchpoints.ts";
import type { TouchpointInList } from "../../engagement/touchpoint-list.ts";
import { verdicts } from "../../engagement/verdict.ts";
import { confirmTouchpoint } from "../../projector/confirm-touchpoint.ts";
import { granted } from "../../transports/refused-command.ts";
import { listStages } from "../../workspaces/list-stages.ts";
import type { Stage } from "../../workspaces/stage.ts";
import type { CommandContext } from "../command-context.ts";
import { localTime } from "../local-time.ts";
import { table } from "../table.ts";
import { addExportCommand } from "./export.ts";
import { addImportCommand } from "./import.ts";

type Stages = readonly Pick<Stage, "id" | "key">[];

const options = z.object({
  post: z.string().optional(),
  person: z.string().optional(),
  limit: z.string().default("200"),
});

export function addTouchpointCommands(program: Command, cli: CommandContext): void {
  const { tell, inWorkspace } = cli;
  const touchpoint = program.command("touchpoint").description(tell("cli.help.touchpoint"));
  addImportCommand(touchpoint, cli);
  addExportCommand(touchpoint, cli);
  addJudgeCommand(touchpoint, cli);
  program
    .command("touchpoints")
    .description(tell("cli.help.touchpoints"))
    .option("--post <id>")
    .option("--person <id>")
    .option("--limit <number>")
    .action(
      inWorkspace(async (ctx, command) => {
        const { post, person, limit } = options.parse(command.opts());
        const filter = { ...(post && { postId: post }), ...(person && { personId: person }) };
        const { touchpoints } = await listTouchpoints(ctx, { ...filter, limit });
        const stages = await listStages(ctx);
        const shown = touchpoints.map((each) => shownTouchpoint(each, stages));
        const rows = await Promise.all(
          shown.map(async (each) => [
            await localTime(ctx, each.occurredAt),
            each.type,
            each.stage,
            each.handle,
            each.text,
          ]),
        );
        return { json: shown, text: table(["WHEN", "WHAT", "STAGE", "WHO", "TEXT"], rows) };
      }),
    );
}

/** Adds the command that stores a verdict on a touchpoint's text, as on the person's page. */
function addJudgeCommand(group: Command, { tell, inWorkspace }: CommandContext): void {
  group
    .command("judge <id>")
    .description(tell("cli.help.touchpoint-judge"))
    .requiredOption("--as <verdict>", verdicts.join(" | "))
    .action(
      inWorkspace(async (ctx, command) => {
        const touchpointId = command.args[0];
        const input = confirmInput.parse({ touchpointId, verdict: command.opts()["as"] });
        granted(await confirmTouchpoint(ctx, input));
        const found = await showTouchpoint(ctx, input.touchpointId);
        const personId = found?.person.id;
        const [openCase] = personId ? await listCases(ctx, personId) : [];
        const json = { ...input, personId, openCaseSince: openCase?.since ?? null };
        return { json, text: input.verdict };
      }),
    );
}

export function shownTouchpoint(
  { touchpoint, person, identity, classification }: TouchpointInList,
  stages: Stages,
) {
  const { id, type, channel, occurredAt, remoteId, text, language, url, stars } = touchpoint;
  return {
    id,
    type,
    channel,
    occurredAt,
    stage: stages.find((stage) => stage.id === classification?.stageId)?.key ?? null,
    personId: person.id,
    person: person.displayName,
    handle: identity.handle,
    postId: touchpoint.postId,
    deliveryId: touchpoint.deliveryId,
    remoteId,
    text,
    language,
    url,
    stars,
    sentiment: touchpoint.sentiment,
    emotion: touchpoint.emotion,
  };
}
