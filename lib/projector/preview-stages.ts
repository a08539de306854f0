import type { z } from "zod";

import { loadStageModel } from "../journey/load-stage-model.ts";
import { ruleKeys, ruleOf } from "../journey/rules.ts";
import { stageModel } from "../journey/stage-model.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import type { JourneySettings } from "../workspaces/journey-settings.ts";
import { crosswalkOf } from "../workspaces/replace-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import {
  faultIn,
  stageChoice,
  stagesUnder,
  type StagesRefusal,
} from "../workspaces/stage-choice.ts";
import { isForBoth, stageFor, type Stage } from "../workspaces/stage.ts";
import { countPosts } from "./stages-repository.ts";
import { tryOut } from "./try-out.ts";

type NamedStage = Pick<Stage, "key" | "name">;

export interface StagesPreview {
  /** The successor of each stage, its number of posts and of rules. */
  readonly crosswalk: readonly {
    readonly from: NamedStage;
    readonly to: NamedStage;
    readonly posts: number;
    readonly rules: number;
  }[];
  /** Examined people in each new stage; `before` is null for a stage that is new. */
  readonly stages: readonly {
    readonly stage: NamedStage;
    readonly before: number | null;
    readonly after: number;
    /**
     * How many of `after` are deciding, for a stage that covers both deciding and having bought; otherwise
     * null.
     */
    readonly deciding: number | null;
    readonly rules: number;
  }[];
  readonly away: { readonly before: number; readonly after: number };
  /**
   * People in the workspace, people examined, and examined people who would not be in their stage's
   * successor.
   */
  readonly people: number;
  readonly looked: number;
  readonly moved: number;
}

/** Previews what other stages would change; stores nothing. */
export async function previewStages(
  ctx: Context,
  input: z.input<typeof stageChoice>,
): Promise<Result<StagesPreview, StagesRefusal>> {
  requireRole(ctx, "viewer");
  const choice = stageChoice.parse(input);
  const before = await loadStageModel(ctx);
  const fault = faultIn(choice, before.stages);
  if (fault) return refused(fault.refusal, { stage: fault.stage });
  const after = stageModel(stagesUnder(choice, ctx, before.stages), before);
  const crosswalk = crosswalkOf(before.stages, after.stages);
  const counts = { before: new Map<string, number>(), after: new Map<string, number>() };
  const deciding = new Map<string, number>();
  let looked = 0;
  let moved = 0;
  const people = await tryOut(ctx, { before, after, crosswalk }, (tried) => {
    const [from, to] = [tried.before.stageId ?? "", tried.after.stageId ?? ""];
    looked++;
    if ((crosswalk.get(from)?.id ?? "") !== to) moved++;
    counts.before.set(from, (counts.before.get(from) ?? 0) + 1);
    counts.after.set(to, (counts.after.get(to) ?? 0) + 1);
    if (tried.after.isDeciding) deciding.set(to, (deciding.get(to) ?? 0) + 1);
  });
  const posts = await countPosts(ctx.db, ctx.workspaceId);
  return ok({
    crosswalk: before.stages.flatMap((from) => {
      const to = crosswalk.get(from.id);
      const rules = rulesFor(before, from, before.stages);
      if (!to) return [];
      return [{ from: named(from), to: named(to), posts: posts.get(from.id) ?? 0, rules }];
    }),
    stages: after.stages.map((stage) => ({
      stage: named(stage),
      before: before.stages.some(({ id }) => id === stage.id)
        ? (counts.before.get(stage.id) ?? 0)
        : null,
      after: counts.after.get(stage.id) ?? 0,
      deciding: isForBoth(stage, after.stages) ? (deciding.get(stage.id) ?? 0) : null,
      rules: rulesFor(after, stage, after.stages),
    })),
    away: { before: counts.before.get("") ?? 0, after: counts.after.get("") ?? 0 },
    people,
    looked,
    moved,
  });
}

function named({ key, name }: NamedStage): NamedStage {
  return { key, name };
}

function rulesFor(settings: JourneySettings, { id }: Stage, stages: readonly Stage[]): number {
  return ruleKeys(settings).filter((key) => {
    const { stage } = ruleOf(settings, key);
    return stage !== "left" && stage !== "nowhere" && stageFor(stage, stages)?.id === id;
  }).length;
}
