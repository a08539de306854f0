import { isForBoth, meaningOf, stageFor, type Stage } from "#lib/workspaces/stage";

import type { Option } from "../../../../_components/primitives/field.tsx";
import { stageName, stageNameOf } from "../../../../_components/stage/stage-name.ts";

type Tell = (key: string) => string;

/**
 * Returns the options for a rule's target: a stage, both sides of a stage that stands for deciding and having
 * bought, or none. The option of the current target keeps the rule's own value, so that saving it changes
 * nothing.
 */
export function stageOptions(
  current: string,
  stages: readonly Stage[],
  names: Tell,
  t: Tell,
): Option[] {
  const now = stageFor(current, stages);
  const here = stages.flatMap((stage): Option[] => {
    const isNow = stage.id === now?.id && meaningOf(current) !== undefined;
    const bought = isNow && meaningOf(current) !== "decision" ? current : stage.key;
    if (!isForBoth(stage, stages))
      return [{ value: isNow ? current : stage.key, label: stageName(stage, names) }];
    const side = (isDeciding: boolean) => stageNameOf({ isDeciding }, stage, stages, names);
    const isDecision = meaningOf(stage.key) === "decision";
    return [
      { value: isDecision ? stage.key : "decision", label: side(true) },
      { value: isDecision ? "purchase" : bought, label: side(false) },
    ];
  });
  return [
    ...here,
    { value: "nowhere", label: t("stages.nowhere") },
    { value: "left", label: t("stages.left") },
  ];
}
