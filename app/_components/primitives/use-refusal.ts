"use client";

import { useLocale, useTranslations } from "next-intl";

import { refusalSentence, type WhatWasRefused } from "#lib/i18n/refusal-sentence";
import type { TranslateKnown } from "#lib/i18n/translator";

/**
 * Returns a function that translates a refusal into the current language. Store the refusal and not its
 * sentence, so that a change of language translates it.
 */
export function useRefusal(): (refused: WhatWasRefused) => string {
  const t = useTranslations();
  const locale = useLocale();
  return (refused) =>
    refused.refusal === "no-connection"
      ? t("common.noConnection")
      : refusalSentence(t as TranslateKnown, locale, refused);
}
