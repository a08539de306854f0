import { hasOurName, isForBoth, meaningOf } from "#lib/workspaces/stage";

type Named = { key: string; name: string | null };

/**
 * Returns the stage's name: the workspace's own, else the default. `t` is the translator of the namespace
 * `stages`.
 */
export function stageName(stage: Named, t: (key: string) => string): string {
  if (stage.name) return stage.name;
  const key = hasOurName(stage.key) ? stage.key : meaningOf(stage.key);
  return key ? t(`${key}.name`) : stage.key;
}

/**
 * Like `stageName`, for everything that counts to the stage: a stage that stands for deciding and buying gets
 * both names.
 */
export function wholeStageName(
  stage: Named,
  stages: readonly Named[],
  t: (key: string) => string,
): string {
  return !stage.name && isForBoth(stage, stages) ? t("sides.both") : stageName(stage, t);
}

/**
 * Like `stageName`, for a person in the stage: if it stands for deciding and buying, the name says whether
 * the person bought.
 */
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
