import type { TranslateKnown } from "../i18n/translator.ts";
import { hasOurName, isForBoth, meaningOf } from "../workspaces/stage.ts";

/**
 * Returns where a person is: away, or a stage and, if it covers both, whether they are deciding or have
 * bought.
 */
export function standingLabel(
  stages: readonly Named[],
  { stage: key, isAway, isDeciding }: Standing,
  tell: TranslateKnown,
): string {
  const stage = stages.find((one) => one.key === key);
  if (!stage) return isAway ? tell("people.away") : "";
  const name = stageLabel(stage, tell);
  const side = isDeciding ? "deciding" : "bought";
  return isForBoth(stage, stages) ? `${name}: ${tell(`stages.sides.${side}`)}` : name;
}

interface Named {
  readonly key: string;
  readonly name: string | null;
}

interface Standing {
  readonly stage: string | null;
  readonly isAway: boolean;
  readonly isDeciding: boolean;
}

/** Returns the name of a stage. */
export function stageLabel({ key, name }: Named, tell: TranslateKnown): string {
  return name ?? tell(`stages.${hasOurName(key) ? key : (meaningOf(key) ?? key)}.name`);
}
