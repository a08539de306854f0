import { getTranslations } from "next-intl/server";

import type { TranslateKnown } from "#lib/i18n/translator";
import type { viewComposer } from "#lib/views/composer";
import { meaningOf } from "#lib/workspaces/stage";

import type { ComposerStage, OptionTexts } from "../../_components/composer/draft.ts";
import { stageName } from "../../_components/stage/stage-name.ts";

type View = Awaited<ReturnType<typeof viewComposer>>;

/** Adds the names and descriptions of stages. */
export async function inWords({ stages, countsAs, accounts, ...view }: View) {
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
  const connect = await getTranslations("connect");
  return {
    ...view,
    accounts: accounts.map((account) => ({
      ...account,
      optionTexts: optionTexts(connect, account),
    })),
    stages: named,
    countsAs: countsAs.map((one) => ({ ...one, stageName: nameOf(one.stageKey) })),
  };
}

/** Returns the labels of an account's options and of their choices. */
function optionTexts(
  tell: Awaited<ReturnType<typeof getTranslations<"connect">>>,
  { network, postOptions = [] }: Pick<View["accounts"][number], "network" | "postOptions">,
): Readonly<Record<string, OptionTexts>> {
  const known = tell as TranslateKnown;
  return Object.fromEntries(
    postOptions.map(({ key, choices = [] }) => {
      const at = `${network}.options.${key}`;
      const help = known.has(`${at}.help`) ? known(`${at}.help`) : "";
      const named = choices.map((choice) => [choice, known(`${at}.choices.${choice}`)]);
      return [key, { label: known(`${at}.label`), help, choices: Object.fromEntries(named) }];
    }),
  );
}
