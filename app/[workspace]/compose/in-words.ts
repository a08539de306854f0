import { getTranslations } from "next-intl/server";

import type { viewComposer } from "#lib/views/composer";

import type { ComposerStage } from "../../_components/composer/draft.ts";
import { isKnownStage } from "../../_components/stage/stage-colours.ts";
import { stageName } from "../../_components/stage/stage-name.ts";

type View = Awaited<ReturnType<typeof viewComposer>>;

/** The stages by their names, with what they are for. */
export async function inWords({ stages, countsAs, ...view }: View) {
  const t = await getTranslations("stages");
  const named = stages.map((stage): ComposerStage => {
    const isOurs = isKnownStage(stage.key);
    return {
      ...stage,
      name: stageName(stage, t),
      purpose: isOurs ? t(`${stage.key}.purpose`) : "",
      proof: isOurs ? t(`${stage.key}.proof`) : "",
    };
  });
  const nameOf = (key: string) => named.find((stage) => stage.key === key)?.name ?? "";
  return {
    ...view,
    stages: named,
    countsAs: countsAs.map((one) => ({ ...one, stageName: nameOf(one.stageKey) })),
  };
}
