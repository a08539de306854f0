import type { TranslateKnown } from "../i18n/translator.ts";
import { hasOurName, isForBoth, meaningOf } from "../workspaces/stage.ts";

/** Where somebody is: away, or a stage, and where that stands for deciding and having bought, which of them. */
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

/** What a stage is called. */
export function stageLabel({ key, name }: Named, tell: TranslateKnown): string {
  return name ?? tell(`stages.${hasOurName(key) ? key : (meaningOf(key) ?? key)}.name`);
}
