"use client";

import { useTranslations } from "next-intl";

import { TextField } from "../primitives/field.tsx";
import { useTyped } from "./typed.ts";

/**
 * Field for the post's link. `isKnown`: whether the post may stay without a link, because no further part
 * replies to it.
 */
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
