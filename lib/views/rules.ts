import type { Rules } from "../journey/edit-rules.ts";
import { rules } from "../journey/rules.ts";
import type { Context } from "../kernel/context.ts";
import { showRebuild } from "../projector/rebuild.ts";
import { defaultJourneySettings, type OwnRule, type Rule } from "../workspaces/journey-settings.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { stageFor, type Stage } from "../workspaces/stage.ts";

export interface ShownRule {
  readonly key: string;
  readonly rule: Rule | OwnRule;
  /** The stage it leads to; undefined where it leads to none. */
  readonly stage: Stage | undefined;
  /** Otherwise than the product made it. */
  readonly isChanged: boolean;
}

/** All rules in the order in which they are asked: the workspace's own, then the product's. */
export async function viewRules(ctx: Context) {
  requireRole(ctx, "viewer");
  const [{ settings, version }, stages, rebuild] = await Promise.all([
    showWorkspace(ctx),
    listStages(ctx),
    showRebuild(ctx),
  ]);
  const { changed, own }: Rules = settings.journey ?? defaultJourneySettings;
  const shown = (key: string, rule: Rule | OwnRule, isChanged: boolean): ShownRule => ({
    key,
    rule,
    stage:
      rule.stage === "left" || rule.stage === "nowhere" ? undefined : stageFor(rule.stage, stages),
    isChanged,
  });
  return {
    version,
    canChange: ctx.actor.role === "owner" || ctx.actor.role === "manager",
    stages,
    rebuild,
    changed,
    own: own.map((rule) => shown(rule.key, rule, false)),
    usual: Object.entries(rules).map(([key, rule]) =>
      shown(key, changed[key] ?? rule, changed[key] !== undefined),
    ),
  };
}
