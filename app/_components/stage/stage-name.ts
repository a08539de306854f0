import { isKnownStage } from "./stage-colours.ts";

/** What to call a stage: the workspace's own name, else ours. `t` is the translator of the namespace `stages`. */
export function stageName(
  stage: { key: string; name: string | null },
  t: (key: string) => string,
): string {
  if (stage.name) return stage.name;
  return isKnownStage(stage.key) ? t(`${stage.key}.name`) : stage.key;
}
