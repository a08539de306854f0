"use client";

import { useTranslations } from "next-intl";

import { TextField } from "../primitives/field.tsx";
import { useTyped } from "./typed.ts";

/** Field for a time in the workspace's time zone, not before `earliest`. */
export function NewMoment({ earliest }: { earliest: string }) {
  const t = useTranslations("needs-you");
  const { at = "" } = useTyped();
  return (
    <TextField
      type="datetime-local"
      name="at"
      label={t("when")}
      min={earliest}
      defaultValue={at}
      hasNoErrorRoom
    />
  );
}
