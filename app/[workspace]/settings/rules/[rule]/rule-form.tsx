"use client";

import { useTranslations } from "next-intl";

import { strengths, type OwnRule, type Rule } from "#lib/workspaces/journey-settings";

import { saveRuleAction } from "../../../../_actions/rules.ts";
import { AutosavedForm } from "../../../../_components/primitives/autosaved-form.tsx";
import { type Option, SelectField, TextField } from "../../../../_components/primitives/field.tsx";
import { FormOutcome } from "../../../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../../../_components/primitives/submit-button.tsx";
import { useKeptForm } from "../../use-kept-form.ts";
import { OwnRuleFields } from "./own-rule-fields.tsx";
import { RulePreview } from "./rule-preview.tsx";

interface Props {
  workspace: string;
  version: number;
  /** Empty for a new rule. */
  ruleKey: string;
  rule: Rule | Omit<OwnRule, "key">;
  /** The product's default of the rule; undefined for a rule of the workspace's own. */
  usual: Rule | undefined;
  stages: readonly Option[];
}

/** Form for one rule: its condition, stage and score. Shows a preview before saving. */
export function RuleForm({ workspace, version, ruleKey, rule, usual, stages }: Props) {
  const t = useTranslations("rule-settings");
  const { state, isPending, form } = useKeptForm(saveRuleAction, { typed: {} });
  const wrong = (field: string) =>
    state.wrong?.includes(field) ? t(`fields.${field}.wrong`) : undefined;
  return (
    <AutosavedForm
      kept={`rule ${ruleKey || "new"}`}
      {...{ version }}
      answer={state}
      {...form}
      className="grid gap-3"
    >
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="key" value={ruleKey} />
      <input type="hidden" name="act" value={"name" in rule ? "set-own" : "set"} />
      <div className="grid max-w-[560px] gap-3">
        {"name" in rule ? (
          <OwnRuleFields rule={rule} wrong={wrong} />
        ) : (
          <p>{t("caught", { when: t(`usual.${ruleKey}`) })}</p>
        )}
        <Outcome {...{ rule, usual, stages, wrong }} />
      </div>
      <FormOutcome state={state} />
      <div aria-live="polite" aria-busy={isPending}>
        {state.preview ? <RulePreview workspace={workspace} preview={state.preview} /> : null}
      </div>
      <Buttons isPending={isPending} />
    </AutosavedForm>
  );
}

function Buttons({ isPending }: { isPending: boolean }) {
  const t = useTranslations("stage-settings");
  const common = useTranslations("common");
  return (
    <div className="flex flex-wrap gap-2">
      <SubmitButton
        variant="outline"
        name="intent"
        value="preview"
        isPending={isPending}
        pendingLabel={t("looking")}
      >
        {t("preview")}
      </SubmitButton>
      <SubmitButton name="intent" value="save" isPending={isPending}>
        {common("save")}
      </SubmitButton>
    </div>
  );
}

/** Fields for the stage that the rule leads to and what it counts for. */
function Outcome({
  rule,
  usual,
  stages,
  wrong,
}: Pick<Props, "rule" | "usual" | "stages"> & { wrong: (field: string) => string | undefined }) {
  const t = useTranslations("rule-settings");
  const number = (field: "advocacyWeight" | "halfLifeDays") => ({
    name: field,
    label: t(`fields.${field}.label`),
    help: t(`fields.${field}.help`, { usual: usual?.[field] ?? 0, isUsual: usual ? "yes" : "no" }),
    defaultValue: rule[field],
    error: wrong(field),
    inputMode: "decimal" as const,
    hasNoErrorRoom: true,
  });
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <SelectField
        name="stage"
        label={t("fields.stage.label")}
        defaultValue={rule.stage}
        options={stages}
        error={wrong("stage")}
        hasNoErrorRoom
      />
      <SelectField
        name="strength"
        label={t("fields.strength.label")}
        defaultValue={rule.strength}
        options={strengths.map((value) => ({ value, label: t(`strength.${value}`) }))}
        hasNoErrorRoom
      />
      <TextField {...number("advocacyWeight")} />
      <TextField {...number("halfLifeDays")} />
    </div>
  );
}
