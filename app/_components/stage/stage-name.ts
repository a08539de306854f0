import { hasOurName, isForBoth, meaningOf } from "#lib/workspaces/stage";

type Named = { key: string; name: string | null };

/** What to call a stage: the workspace's own name, else ours. `t` is the translator of the namespace `stages`. */
export function stageName(stage: Named, t: (key: string) => string): string {
  if (stage.name) return stage.name;
  const key = hasOurName(stage.key) ? stage.key : meaningOf(stage.key);
  return key ? t(`${key}.name`) : stage.key;
}

/** As `stageName`, for all that counts to a stage: where one stands for deciding and buying, it says both. */
export function wholeStageName(
  stage: Named,
  stages: readonly Named[],
  t: (key: string) => string,
): string {
  return !stage.name && isForBoth(stage, stages) ? t("sides.both") : stageName(stage, t);
}

/** As `stageName`, for somebody in it: where one stands for both, it says whether they bought. */
export function stageNameOf(
  person: { readonly isDeciding: boolean },
  stage: Named,
  stages: readonly Named[],
  t: (key: string) => string,
): string {
  if (!isForBoth(stage, stages)) return stageName(stage, t);
  const side = t(person.isDeciding ? "sides.deciding" : "sides.bought");
  return stage.name ? `${stage.name}: ${side}` : side;
}
