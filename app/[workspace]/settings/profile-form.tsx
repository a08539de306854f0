"use client";

import { useTranslations } from "next-intl";

import { changeProfileAction } from "../../_actions/users.ts";
import { AutosavedForm } from "../../_components/primitives/autosaved-form.tsx";
import { type Option, SelectField, TextField } from "../../_components/primitives/field.tsx";
import { FormOutcome } from "../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../_components/primitives/use-form-action.ts";

interface Profile {
  name: string;
  locale: string;
  timeZone: string;
  theme: string;
}

export function ProfileForm({ saved, timeZones }: { saved: Profile; timeZones: Option[] }) {
  const t = useTranslations("settings");
  const common = useTranslations("common");
  const [state, submit, isPending] = useFormAction(changeProfileAction, { typed: {} });
  const fieldOf = (name: keyof Profile) => {
    const value = state.typed[name] ?? saved[name];
    return {
      // React resets the form after sending, which resets a select too; a new key remounts it with the saved
      // value.
      key: `${name} ${value}`,
      name,
      label: t(`${name}.label`),
      defaultValue: value,
      error: state.wrong?.includes(name) ? t(`${name}.wrong`) : undefined,
      hasNoErrorRoom: true,
    };
  };
  const { key, ...name } = fieldOf("name");
  const { key: zoneKey, ...timeZone } = fieldOf("timeZone");
  const { key: localeKey, ...locale } = fieldOf("locale");
  const { key: themeKey, ...theme } = fieldOf("theme");
  const themes = ["system", "light", "dark"].map((value) => ({
    value,
    label: t(`themes.${value}`),
  }));
  return (
    <AutosavedForm
      kept="profile"
      answer={state}
      action={submit}
      className="grid max-w-[420px] gap-3"
    >
      <FormOutcome state={state} done={t("saved")} />
      <TextField key={key} {...name} required maxLength={80} autoComplete="name" />
      <SelectField key={zoneKey} {...timeZone} options={timeZones} />
      <SelectField key={localeKey} {...locale} options={languages} />
      <SelectField key={themeKey} {...theme} options={themes} />
      <div>
        <SubmitButton isPending={isPending}>{common("save")}</SubmitButton>
      </div>
    </AutosavedForm>
  );
}

/** Each language is named in itself, for people who cannot read the other one. */
const languages = [
  { value: "en", label: "English" },
  { value: "nl", label: "Nederlands" },
];
