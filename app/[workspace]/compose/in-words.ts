import { getTranslations } from "next-intl/server";

import type { viewComposer } from "#lib/views/composer";
import { meaningOf } from "#lib/workspaces/stage";

import type { ComposerStage } from "../../_components/composer/draft.ts";
import { stageName } from "../../_components/stage/stage-name.ts";

type View = Awaited<ReturnType<typeof viewComposer>>;

/** The stages by their names, with what they are for. */
export async function inWords({ stages, countsAs, ...view }: View) {
  const t = await getTranslations("stages");
  const named = stages.map((stage): ComposerStage => {
    const meaning = meaningOf(stage.key);
    return {
      ...stage,
      name: stageName(stage, t),
      purpose: meaning ? t(`${meaning}.purpose`) : "",
      proof: meaning ? t(`${meaning}.proof`) : "",
    };
  });
  const nameOf = (key: string) => named.find((stage) => stage.key === key)?.name ?? "";
  return {
    ...view,
    stages: named,
    countsAs: countsAs.map((one) => ({ ...one, stageName: nameOf(one.stageKey) })),
  };
}
