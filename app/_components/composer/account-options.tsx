"use client";

import { useTranslations } from "next-intl";

import { openOptions, type OptionValues } from "#lib/networks/contract/post-options";

import { Checkbox } from "../primitives/choice.tsx";
import { FieldHelp, Select, TextField } from "../primitives/field.tsx";
import { AskedChoice, type OptionFieldProps } from "./asked-choice.tsx";
import type { AskChoices } from "./composer-props.ts";
import { type ComposerAccount, type Draft, shownParts } from "./draft.ts";

/** Options that an account's network offers for a post besides text and images. */
export function AccountOptions({
  account,
  draft,
  choices,
  onChange,
}: {
  account: ComposerAccount;
  draft: Draft;
  choices: AskChoices;
  onChange: (draft: Draft) => void;
}) {
  const t = useTranslations("compose.options");
  const { id, networkLabel, handle, postOptions = [], optionTexts } = account;
  const values = draft.options[id] ?? {};
  const open = openOptions(postOptions, values, shownParts(draft, id)[0]);
  if (open.length === 0) return null;
  return (
    <fieldset className="grid min-w-0 gap-2 px-1 pb-2">
      <legend className="pb-1 text-small font-semibold">
        {t("ofAccount", { network: networkLabel, handle })}
      </legend>
      {open.map((option) => (
        <OptionField
          key={option.key}
          {...{ option, choices }}
          accountId={id}
          texts={optionTexts[option.key] ?? { label: option.key, help: "", choices: {} }}
          value={values[option.key]}
          onChange={(value) =>
            onChange({
              ...draft,
              options: { ...draft.options, [id]: withValue(values, option.key, value) },
            })
          }
        />
      ))}
    </fieldset>
  );
}

function OptionField(props: OptionFieldProps) {
  const { option, texts, value, onChange } = props;
  const t = useTranslations("compose.options");
  const label = option.isRequired ? t("required", { label: texts.label }) : texts.label;
  const typed = typeof value === "string" ? value : "";
  if (option.kind === "flag")
    return (
      <div>
        <Checkbox
          label={texts.label}
          checked={value === true}
          onChange={(event) => onChange(event.target.checked ? true : undefined)}
        />
        {texts.help ? <FieldHelp>{texts.help}</FieldHelp> : null}
      </div>
    );
  if (option.isAsked) return <AskedChoice {...props} label={label} />;
  if (option.kind === "choice") return <GivenChoice {...props} label={label} />;
  return (
    <TextField
      label={label}
      help={texts.help}
      hasNoErrorRoom
      type={option.kind === "date" ? "datetime-local" : "text"}
      inputMode={option.kind === "url" ? "url" : undefined}
      value={typed}
      maxLength={5_000}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  );
}

function GivenChoice({
  option,
  texts,
  value,
  onChange,
  label,
}: OptionFieldProps & { label: string }) {
  const t = useTranslations("compose.options");
  return (
    <label className="grid gap-1">
      <span>{label}</span>
      <Select
        value={typeof value === "string" ? value : ""}
        onChange={(event) => onChange(event.target.value || undefined)}
      >
        <option value="">{t(option.isRequired ? "choose" : "usual")}</option>
        {(option.choices ?? []).map((choice) => (
          <option key={choice} value={choice}>
            {texts.choices[choice] ?? choice}
          </option>
        ))}
      </Select>
      {texts.help ? <FieldHelp>{texts.help}</FieldHelp> : null}
    </label>
  );
}

function withValue(
  values: OptionValues,
  key: string,
  value: string | true | undefined,
): OptionValues {
  const { [key]: _before, ...others } = values;
  return value === undefined ? others : { ...others, [key]: value };
}
