"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { changeStagesAction } from "../../../_actions/stages.ts";
import { Radio, RadioGroup } from "../../../_components/primitives/choice.tsx";
import type { Option } from "../../../_components/primitives/field.tsx";
import { useKeptForm } from "../use-kept-form.ts";
import { ChangeButtons } from "./change-buttons.tsx";
import { StagesOutcome } from "./stages-outcome.tsx";

/** Previews one of the product's templates and applies it on request. */
export function TemplateForm({
  workspace,
  version,
  current,
  templates,
}: {
  workspace: string;
  version: number;
  current: string;
  templates: readonly Option[];
}) {
  const t = useTranslations("stage-settings");
  const { state, isPending, form } = useKeptForm(changeStagesAction, { typed: {} });
  const [chosen, choose] = useState(current);
  return (
    <form {...form} className="grid gap-3">
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="version" value={version} />
      <p className="max-w-[560px] text-ink-2">{t("templatesText")}</p>
      <RadioGroup label={t("templates")} isLabelHidden>
        <div className="grid gap-1">
          {templates.map(({ value, label }) => (
            <Radio
              key={value}
              name="template"
              value={value}
              checked={value === chosen}
              onChange={() => choose(value)}
              label={value === current ? t("isCurrent", { template: label }) : label}
            />
          ))}
        </div>
      </RadioGroup>
      <StagesOutcome state={state} isPending={isPending} />
      <ChangeButtons isPending={isPending} about={t("templates")} />
    </form>
  );
}
