"use client";

import { useTranslations } from "next-intl";

import { TextField } from "../primitives/field.tsx";
import { useTyped } from "./typed.ts";

/** `isKnown`: no further part has to be hung on this one. */
export function PastedLink({ isKnown, network }: { isKnown: boolean; network: string }) {
  const t = useTranslations("needs-you");
  const { url = "" } = useTyped();
  return (
    <TextField
      name="url"
      type="text"
      inputMode="url"
      label={t("link", { network })}
      help={isKnown ? t("linkHelp") : t("linkHelpThread")}
      placeholder="https://"
      autoComplete="off"
      spellCheck={false}
      defaultValue={url}
      hasNoErrorRoom
    />
  );
}
