"use client";

import { useLocale, useTranslations } from "next-intl";

import { Select } from "../primitives/field.tsx";

const offered = ["nl", "en", "de", "fr", "es", "fy"];

/** The language of the text, which is sent to the network. */
export function LanguageField({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (language: string | null) => void;
}) {
  const t = useTranslations("compose");
  const names = new Intl.DisplayNames([useLocale()], { type: "language" });
  const choices = value && !offered.includes(value) ? [value, ...offered] : offered;
  return (
    <Select
      isBare
      className="w-auto"
      aria-label={t("language")}
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value || null)}
    >
      <option value="">{t("anyLanguage")}</option>
      {choices.map((language) => (
        <option key={language} value={language}>
          {names.of(language)}
        </option>
      ))}
    </Select>
  );
}
