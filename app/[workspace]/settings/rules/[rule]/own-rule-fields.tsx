"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { ruleTypes } from "#lib/journey/rule-types";
import { ruleConditions, type OwnRule } from "#lib/workspaces/journey-settings";

import { SelectField, TextField } from "../../../../_components/primitives/field.tsx";

const valued: ReadonlySet<string> = new Set<OwnRule["condition"]>([
  "words",
  "channel",
  "stars-at-least",
  "stars-at-most",
]);

interface Props {
  rule: Omit<OwnRule, "key">;
  wrong: (field: string) => string | undefined;
}

/** Fields for the condition of the workspace's own rule. */
export function OwnRuleFields({ rule, wrong }: Props) {
  const t = useTranslations("rule-settings");
  return (
    <>
      <TextField
        name="name"
        label={t("fields.name.label")}
        defaultValue={rule.name}
        required
        maxLength={60}
        error={wrong("name")}
        hasNoErrorRoom
      />
      <SelectField
        name="type"
        label={t("fields.type.label")}
        defaultValue={rule.type}
        options={ruleTypes.map((value) => ({ value, label: t(`act.${value}`) }))}
        hasNoErrorRoom
      />
      <Condition {...{ rule, wrong }} />
    </>
  );
}

/** The condition, with its value if it needs one: words, a channel or a number of stars. */
function Condition({ rule, wrong }: Props) {
  const t = useTranslations("rule-settings");
  const [condition, setCondition] = useState<string>(rule.condition);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <SelectField
        name="condition"
        label={t("fields.condition.label")}
        defaultValue={rule.condition}
        onChange={(event) => setCondition(event.target.value)}
        options={ruleConditions.map((value) => ({ value, label: t(`conditions.${value}`) }))}
        hasNoErrorRoom
      />
      {valued.has(condition) ? (
        <TextField
          key={condition}
          name="value"
          label={t(`values.${condition}`)}
          defaultValue={condition === rule.condition ? rule.value : ""}
          maxLength={80}
          error={wrong("value")}
          hasNoErrorRoom
        />
      ) : null}
    </div>
  );
}
