import type { Rules } from "../journey/edit-rules.ts";
import { rules } from "../journey/rules.ts";
import type { Context } from "../kernel/context.ts";
import { showRebuild } from "../projector/rebuild.ts";
import { defaultJourneySettings, type OwnRule, type Rule } from "../workspaces/journey-settings.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { isForBoth, meaningOf, stageFor, type Stage } from "../workspaces/stage.ts";

export interface ShownRule {
  readonly key: string;
  readonly rule: Rule | OwnRule;
  /** The stage it leads to; undefined if it leads to none. */
  readonly stage: Stage | undefined;
  /** For a stage that covers both deciding and having bought: which of them. */
  readonly side: "deciding" | "bought" | undefined;
  /** Whether it differs from the built-in rule. */
  readonly isChanged: boolean;
}

/** Returns all rules in the order in which they apply: the workspace's own, then the built-in ones. */
export async function viewRules(ctx: Context) {
  requireRole(ctx, "viewer");
  const [{ settings, version }, stages, rebuild] = await Promise.all([
    showWorkspace(ctx),
    listStages(ctx),
    showRebuild(ctx),
  ]);
  const { changed, own }: Rules = settings.journey ?? defaultJourneySettings;
  return {
    version,
    canChange: ctx.actor.role === "owner" || ctx.actor.role === "manager",
    stages,
    rebuild,
    changed,
    own: own.map((rule) => shownRule(rule.key, rule, stages)),
    usual: Object.entries(rules).map(([key, rule]) =>
      shownRule(key, changed[key] ?? rule, stages, changed[key] !== undefined),
    ),
  };
}

function shownRule(
  key: string,
  rule: Rule | OwnRule,
  stages: readonly Stage[],
  isChanged = false,
): ShownRule {
  const isStage = rule.stage !== "left" && rule.stage !== "nowhere";
  const stage = isStage ? stageFor(rule.stage, stages) : undefined;
  const isDeciding = meaningOf(rule.stage) === "decision";
  const side = stage && isForBoth(stage, stages) ? (isDeciding ? "deciding" : "bought") : undefined;
  return { key, rule, stage, side, isChanged };
}

const newRule: Omit<OwnRule, "key"> = {
  name: "",
  type: "any",
  condition: "words",
  value: "",
  stage: "consideration",
  strength: "medium",
  advocacyWeight: 0,
  halfLifeDays: 45,
};

/**
 * Returns one rule; for the key `new`, a rule to be created, without a key. Undefined if the key is unknown.
 */
export async function viewRule(ctx: Context, key: string) {
  const { own, usual, ...view } = await viewRules(ctx);
  if (key === "new") return { ...view, rule: newRule, key: "", name: "", canRemove: false };
  const shown = [...own, ...usual].find((one) => one.key === key);
  if (!shown) return undefined;
  const { rule, isChanged } = shown;
  /** Only own rules have a name. */
  const name = "condition" in rule ? rule.name : undefined;
  const canRemove = view.canChange && (name !== undefined || isChanged);
  return { ...view, rule, key, name, canRemove };
}
