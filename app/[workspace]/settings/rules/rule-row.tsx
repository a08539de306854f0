import { useTranslations } from "next-intl";

import { ruleInWords } from "#lib/journey/rule-sentence";
import type { ShownRule } from "#lib/views/rules";
import type { Stage } from "#lib/workspaces/stage";

import { Chip } from "../../../_components/primitives/chip.tsx";
import { TextLink } from "../../../_components/primitives/text-link.tsx";
import { stageNameOf } from "../../../_components/stage/stage-name.ts";
import { RuleActs } from "./rule-acts.tsx";

interface Row {
  workspace: string;
  version: number;
  canChange: boolean;
  stages: readonly Stage[];
  shown: ShownRule;
  /** Position among the workspace's own rules; undefined for a rule of the product. */
  place: { index: number; last: number } | undefined;
}

/** Describes a rule in words, with the actions for it. */
export function RuleRow({ workspace, version, canChange, stages, shown, place }: Row) {
  const t = useTranslations();
  const names = useTranslations("stages");
  const { key, rule, stage, side, isChanged } = shown;
  const isDeciding = side === "deciding";
  const stageText = stage ? stageNameOf({ isDeciding }, stage, stages, names) : "";
  const { sentence, score } = ruleInWords(key, rule, stageText, t);
  const called = "name" in rule ? rule.name : t(`rules.${key}`);
  return (
    <li className="grid gap-x-4 gap-y-1 border-t py-2 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0 wrap-anywhere">
        <p className="inline-flex flex-wrap items-center gap-2 font-semibold">
          <bdi>{called}</bdi>
          {rule.isOff ? <Chip>{t("rule-settings.isOff")}</Chip> : null}
          {isChanged && !rule.isOff ? <Chip>{t("rule-settings.isChanged")}</Chip> : null}
        </p>
        <p>
          {sentence} <span className="text-ink-2">{score}</span>
        </p>
      </div>
      {canChange ? (
        <div className="flex flex-wrap items-center gap-2">
          <TextLink href={`/${workspace}/settings/rules/${key}`} className="text-small">
            {t("rule-settings.change")}
            <span className="sr-only">: {called}</span>
          </TextLink>
          <RuleActs
            {...{ workspace, version, called, place }}
            ruleKey={key}
            isOff={rule.isOff === true}
          />
        </div>
      ) : null}
    </li>
  );
}
