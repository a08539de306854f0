import type { z } from "zod";

import { editRule, replaceRules, type Rules, type RulesRefusal } from "../journey/edit-rules.ts";
import { loadStageModel } from "../journey/load-stage-model.ts";
import { rulesInput, type RuleEdit } from "../journey/rule-input.ts";
import { ruleKeys } from "../journey/rules.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { isForBoth, type Stage } from "../workspaces/stage.ts";
import { listPersonNames } from "./rebuild-repository.ts";
import { tryOut, type PersonTrial, type Where } from "./try-out.ts";

export interface RulesPreview {
  /** Touchpoints under each rule; rules without any are left out unless they are the workspace's own. */
  readonly rules: readonly {
    readonly key: string;
    /** Name of an own rule; null for built-in ones. */
    readonly name: string | null;
    readonly before: number;
    readonly after: number;
    /** Nearly all touchpoints fall under the rule, which is probably a mistake. */
    readonly isNearlyAll: boolean;
  }[];
  readonly touchpoints: number;
  /** People in the workspace, people examined, and examined people whose stage would change. */
  readonly people: number;
  readonly looked: number;
  readonly moved: number;
  /** Moves, most frequent first. A null stage means away. */
  readonly moves: readonly { readonly from: Shown; readonly to: Shown; readonly people: number }[];
  readonly examples: readonly Example[];
}

export interface Shown {
  readonly stage: Pick<Stage, "key" | "name"> | null;
  /** For a stage that covers both deciding and having bought: which of them; otherwise null. */
  readonly side: "deciding" | "bought" | null;
}

export interface Example {
  readonly personId: string;
  readonly name: string;
  readonly from: Shown;
  readonly to: Shown;
  /** The person's last touchpoint that would be classified differently. */
  readonly because: {
    readonly type: string;
    readonly text: string | null;
    readonly at: Date;
  } | null;
}

const examplesShown = 5;
const nearlyAll = 0.8;
/** Below this number of touchpoints the share of a rule says nothing. */
const fewTouchpoints = 20;

/** Previews what editing one rule would change. */
export async function previewRule(
  ctx: Context,
  edit: RuleEdit,
): Promise<Result<RulesPreview, RulesRefusal>> {
  return previewEdited(ctx, (before) => editRule(before, edit, ctx.newId));
}

/** Previews what replacing all rules would change. */
export async function previewRules(
  ctx: Context,
  input: z.input<typeof rulesInput>,
): Promise<Result<RulesPreview, RulesRefusal>> {
  const rules = rulesInput.parse(input);
  return previewEdited(ctx, (before) => replaceRules(before, rules, ctx.newId));
}

async function previewEdited(
  ctx: Context,
  edit: (before: Rules) => ReturnType<typeof editRule>,
): Promise<Result<RulesPreview, RulesRefusal>> {
  requireRole(ctx, "viewer");
  const before = await loadStageModel(ctx);
  const edited = edit(before);
  if (!edited.ok) return edited;
  const after = { ...before, ...edited.value.rules };
  const count = new PreviewCount();
  const people = await tryOut(ctx, { before, after }, (trial) => count.add(trial));
  const shown = ({ stageId, isDeciding }: Where): Shown => {
    const stage = before.stages.find(({ id }) => id === stageId);
    if (!stage) return { stage: null, side: null };
    const isBoth = isForBoth(stage, before.stages);
    const side = isBoth ? (isDeciding ? "deciding" : "bought") : null;
    return { stage: { key: stage.key, name: stage.name }, side };
  };
  const names = await listPersonNames(
    ctx.db,
    ctx.workspaceId,
    count.examples.map(({ personId }) => personId),
  );
  const keys = [...new Set([...ruleKeys(after), ...ruleKeys(before)])];
  return ok({
    rules: keys.flatMap((key) => {
      const [then, now] = [count.after.get(key) ?? 0, count.before.get(key) ?? 0];
      const name = [...after.own, ...before.own].find((rule) => rule.key === key)?.name ?? null;
      if (then === 0 && now === 0 && name === null) return [];
      const isNearlyAll =
        count.touchpoints >= fewTouchpoints && then >= nearlyAll * count.touchpoints;
      return [{ key, name, before: now, after: then, isNearlyAll }];
    }),
    touchpoints: count.touchpoints,
    people,
    looked: count.looked,
    moved: count.moved,
    moves: [...count.moves.values()]
      .map(({ from, to, people }) => ({ from: shown(from), to: shown(to), people }))
      .toSorted((a, b) => b.people - a.people),
    examples: count.examples.map((one) => exampleOf(one, names, shown)),
  });
}

class PreviewCount {
  readonly before = new Map<string, number>();
  readonly after = new Map<string, number>();
  readonly moves = new Map<string, { from: Where; to: Where; people: number }>();
  readonly examples: PersonTrial[] = [];
  touchpoints = 0;
  looked = 0;
  moved = 0;

  add(trial: PersonTrial): void {
    this.looked++;
    for (const { before, after } of trial.touchpoints) {
      this.touchpoints++;
      this.before.set(before.rule, (this.before.get(before.rule) ?? 0) + 1);
      this.after.set(after.rule, (this.after.get(after.rule) ?? 0) + 1);
    }
    const { before: from, after: to } = trial;
    if (from.stageId === to.stageId && from.isDeciding === to.isDeciding) return;
    this.moved++;
    const name = JSON.stringify([from, to]);
    const { people } = this.moves.get(name) ?? { people: 0 };
    this.moves.set(name, { from, to, people: people + 1 });
    if (this.examples.length < examplesShown) this.examples.push(trial);
  }
}

function exampleOf(
  { personId, before, after, touchpoints }: PersonTrial,
  names: ReadonlyMap<string, string>,
  shown: (where: Where) => Shown,
): Example {
  const cause = touchpoints.findLast(
    (one) => one.before.rule !== one.after.rule || one.before.stageId !== one.after.stageId,
  )?.touchpoint;
  const because = cause ? { type: cause.type, text: cause.text, at: cause.occurredAt } : null;
  const name = names.get(personId) ?? "";
  return { personId, name, from: shown(before), to: shown(after), because };
}
