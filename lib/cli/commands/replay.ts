import type { Command } from "commander";
import { z } from "zod";

import { loadReplaySetting, templateReplaySetting } from "../../advocacy/load-replay-setting.ts";
import type { ReplaySetting } from "../../advocacy/replay-suggestion.ts";
import { replay, type ReplayedPerson } from "../../advocacy/replay.ts";
import type { Move } from "../../journey/move.ts";
import type { StageModel } from "../../journey/stage-model.ts";
import type { Runtime } from "../../kernel/context.ts";
import { listWorkspaceIds } from "../../workspaces/list-workspace-ids.ts";
import { stageTemplateNames } from "../../workspaces/stage.ts";
import { chooseWorkspace } from "../choose-workspace.ts";
import type { CommandContext } from "../command-context.ts";
import { textOfFileGiven } from "../files.ts";
import { readReplay } from "../read-replay.ts";
import { table } from "../table.ts";

const options = z.object({
  at: z.iso.datetime({ offset: true }).optional(),
  template: z.enum(stageTemplateNames).optional(),
  workspace: z.string().optional(),
});

/** Adds the command that replays a log to try out rules and stages; stores nothing. */
export function addReplayCommand(
  program: Command,
  { tell, withRuntime, terminal }: CommandContext,
): void {
  program
    .command("replay <file>")
    .description(tell("cli.help.replay"))
    .option("--at <instant>", tell("cli.help.replay-at"))
    .option("--template <stages>", stageTemplateNames.join(", "))
    .action(
      withRuntime(async (command, runtime) => {
        const { at, template, workspace } = options.parse(command.optsWithGlobals());
        const text = await textOfFileGiven(terminal, command.args[0] ?? "");
        const { lines, refused } = await readReplay(text());
        const now = at ? new Date(at) : runtime.clock.now();
        const setting = { ...(await settingOf(runtime, workspace, template)), now };
        const people = replay(lines, setting).map((one) => shownPerson(one, setting.model));
        const rows = people.map(({ person, stage, score, suggestion, held }) => [
          person,
          stage ?? "-",
          score.toFixed(0),
          suggestion?.kind ?? held,
        ]);
        const list = table(["PERSON", "STAGE", "SCORE", "THANK"], rows);
        return {
          json: { at: now, read: lines.length, refused, people },
          text: list,
          problems: refused.map((each) => tell("cli.replay-refused", { ...each })),
        };
      }),
    );
}

/** Without a workspace, or if a template is named, the setting of that template. */
async function settingOf(
  runtime: Runtime,
  workspace: string | undefined,
  template: z.infer<typeof options>["template"],
): Promise<Omit<ReplaySetting, "now">> {
  const isEmpty = (await listWorkspaceIds(runtime)).length === 0;
  if (!workspace && (template || isEmpty)) return templateReplaySetting(template ?? "five-parts");
  return loadReplaySetting(await chooseWorkspace(runtime, workspace));
}

function shownPerson(replayed: ReplayedPerson, model: StageModel) {
  const { person, estimate, moves, score, suggestion, held, touchpoints } = replayed;
  const keyOf = (stage: number | undefined) => keyIn(model, stage);
  const causeOf = (id: string | null) => {
    const cause = id === null ? undefined : touchpoints.get(id);
    if (!cause) return null;
    const { touchpoint, classification } = cause;
    const { type, text, occurredAt } = touchpoint;
    return { touchpoint: touchpoint.id, type, rule: classification.rule, at: occurredAt, text };
  };
  return {
    person,
    ...shownEstimate(estimate, model),
    moves: moves.map((move: Move) => ({
      kind: move.kind,
      at: move.at,
      from: keyOf(move.from),
      to: keyOf(move.to),
      quietDays: move.quietDays,
      cause: causeOf(move.causeTouchpointId),
    })),
    score: score.score,
    raw: score.raw,
    lines: score.lines.map(({ rule, points, count, newestAt }) => ({
      rule,
      points,
      count,
      newestAt,
    })),
    suggestion: suggestion
      ? { ...suggestion, touchpointId: undefined, for: causeOf(suggestion.touchpointId) }
      : null,
    held: held ?? null,
    touchpoints: [...touchpoints.values()].map(({ touchpoint, classification }) => ({
      touchpoint: touchpoint.id,
      at: touchpoint.occurredAt,
      type: touchpoint.type,
      rule: classification.rule,
      stage: model.stages.find(({ id }) => id === classification.stageId)?.key ?? null,
      isHalved: classification.isHalved,
    })),
  };
}

function shownEstimate(estimate: ReplayedPerson["estimate"], model: StageModel) {
  const { shown, secondary, isAway, isDeciding, isUnsure, probabilities } = estimate ?? unknown;
  return {
    stage: keyIn(model, shown),
    isAway,
    isDeciding,
    secondStage: keyIn(model, secondary),
    isUnsure,
    probabilities: Object.fromEntries(
      model.stages.map(({ key }, index) => [key, probabilities[index] ?? 0]),
    ),
  };
}

const unknown = {
  shown: undefined,
  secondary: undefined,
  isAway: false,
  isDeciding: false,
  isUnsure: true,
  probabilities: [] as readonly number[],
};

function keyIn({ stages }: StageModel, stage: number | undefined): string | null {
  return stage === undefined ? null : (stages[stage]?.key ?? null);
}
