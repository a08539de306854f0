import type { Translate } from "../i18n/translator.ts";
import type { OwnRule, Rule } from "../workspaces/journey-settings.ts";

interface Spoken {
  /** What a person does, and which stage that is evidence for. */
  readonly sentence: string;
  /** What it adds to the advocacy score, and for how many days. */
  readonly score: string;
}

/** Returns a rule in words. `stage` is the stage's name in the workspace. */
export function ruleInWords(
  key: string,
  rule: Rule | OwnRule,
  stage: string,
  tell: Translate,
): Spoken {
  const when = "condition" in rule ? whenOwn(rule, tell) : tell(`rule-settings.usual.${key}`);
  const strength = tell(`rule-settings.strength.${rule.strength}`);
  const points = Math.abs(rule.advocacyWeight);
  return {
    sentence: tell(`rule-settings.sentence.${outcomeOf(rule)}`, { when, stage, strength }),
    score: tell(`rule-settings.score.${effectOf(rule)}`, { points, days: rule.halfLifeDays }),
  };
}

function whenOwn({ type, condition, value }: OwnRule, tell: Translate): string {
  return tell(`rule-settings.when.${condition}`, { act: tell(`rule-settings.act.${type}`), value });
}

function outcomeOf(rule: Rule | OwnRule): string {
  if (rule.isOff) return "condition" in rule ? "off-own" : "off";
  return rule.stage === "left" || rule.stage === "nowhere" ? rule.stage : "stage";
}

function effectOf({ advocacyWeight, isOff }: Rule): string {
  if (isOff || advocacyWeight === 0) return "none";
  return advocacyWeight > 0 ? "more" : "less";
}
