import { ok, refused, type Result } from "../kernel/result.ts";
import type { JourneySettings, OwnRule, Rule } from "../workspaces/journey-settings.ts";
import type { RuleEdit, RulesInput } from "./rule-input.ts";
import { defaultRule, rules } from "./rules.ts";

export type Rules = Pick<JourneySettings, "changed" | "own">;

export interface EditedRules {
  readonly rules: Rules;
  /** The edited fields, for the event: `rules.<key>` and `rules.order`. */
  readonly fields: readonly string[];
}

export type RulesRefusal = "no-such-rule" | "too-many-rules";

const ownAtMost = 50;

/** Returns the rules after one edit. Refuses an unknown rule, or one rule of the workspace's own too many. */
export function editRule(
  before: Rules,
  edit: RuleEdit,
  newId: () => string,
): Result<EditedRules, RulesRefusal> {
  if (edit.act === "set-own" && edit.key === undefined) {
    const key = `own-${newId()}`;
    if (before.own.length >= ownAtMost) return refused("too-many-rules", { most: ownAtMost });
    return ok(ownEdited(before, [...before.own, ownOf(key, edit.rule)], key));
  }
  if (edit.act === "set-own" || edit.act === "move") return editOwn(before, edit);
  return isUsual(edit.key) ? ok(usualEdited(before, edit)) : editOwn(before, edit);
}

function editOwn(before: Rules, edit: RuleEdit): Result<EditedRules, RulesRefusal> {
  const { key = "" } = edit;
  const at = before.own.findIndex((one) => one.key === key);
  const known = before.own[at];
  if (!known || edit.act === "set") return refused("no-such-rule", { rule: key });
  const others = before.own.toSpliced(at, 1);
  if (edit.act === "move")
    return ok(ownEdited(before, others.toSpliced(edit.to, 0, known), "order"));
  if (edit.act === "remove") return ok(ownEdited(before, others, key));
  const after = edit.act === "switch" ? { ...known, isOff: edit.isOff } : ownOf(key, edit.rule);
  return ok(ownEdited(before, others.toSpliced(at, 0, after), key));
}

function ownEdited({ changed }: Rules, own: readonly OwnRule[], field: string): EditedRules {
  return { rules: { changed, own }, fields: [`rules.${field}`] };
}

function usualEdited(
  { changed, own }: Rules,
  edit: Exclude<RuleEdit, { act: "set-own" | "move" }>,
): EditedRules {
  const { key } = edit;
  const { [key]: known, ...others } = changed;
  const rule =
    edit.act === "set"
      ? ruleOnly(edit.rule)
      : edit.act === "switch"
        ? { ...(known ?? defaultRule(key)), isOff: edit.isOff }
        : undefined;
  const after = withoutUsual(rule ? { ...others, [key]: rule } : others);
  return { rules: { changed: after, own }, fields: [`rules.${key}`] };
}

/**
 * Returns the rules as in the input: the workspace's own rules that it does not name are removed, the
 * product's are back at their defaults. Refuses keys that no rule of the product has.
 */
export function replaceRules(
  before: Rules,
  { changed, own }: RulesInput,
  newId: () => string,
): Result<EditedRules, RulesRefusal> {
  const unknown = Object.keys(changed).find((key) => !isUsual(key));
  if (unknown !== undefined) return refused("no-such-rule", { rule: unknown });
  const keys = new Set<string>();
  const ownAfter = own.map((rule) => {
    const known = before.own.find(({ key }) => key === rule.key && !keys.has(key));
    const key = known?.key ?? `own-${newId()}`;
    keys.add(key);
    return ownOf(key, rule);
  });
  const after = { changed: withoutUsual(changed), own: ownAfter };
  const all = [...before.own, ...own, ...ownAfter].flatMap(({ key }) => key ?? []);
  const fields = [
    ...Object.keys({ ...before.changed, ...after.changed }),
    ...new Set(all),
    "order",
  ].map((key) => `rules.${key}`);
  return ok({ rules: after, fields });
}

function isUsual(key: string): boolean {
  return Object.hasOwn(rules, key);
}

/** Leaves out rules that equal the product's default. */
function withoutUsual(changed: Rules["changed"]): Rules["changed"] {
  return Object.fromEntries(
    Object.entries(changed).filter(([key, rule]) => {
      const usual = defaultRule(key);
      return (
        rule.isOff === true ||
        usual.stage !== rule.stage ||
        usual.strength !== rule.strength ||
        usual.advocacyWeight !== rule.advocacyWeight ||
        usual.halfLifeDays !== rule.halfLifeDays
      );
    }),
  );
}

function ruleOnly({ stage, strength, advocacyWeight, halfLifeDays, isOff }: Rule): Rule {
  return { stage, strength, advocacyWeight, halfLifeDays, ...(isOff && { isOff }) };
}

type Named = Pick<OwnRule, "name" | "type" | "condition" | "value">;

function namedPart({ name, type, condition, value }: Named): Named {
  return { name, type, condition, value };
}

function ownOf(key: string, rule: Rule & Named): OwnRule {
  return { ...ruleOnly(rule), ...namedPart(rule), key };
}
