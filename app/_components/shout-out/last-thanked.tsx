import { useFormatter, useTranslations } from "next-intl";

/** When the person was last thanked, or that they never were. */
export function LastThanked({ at, timeZone }: { at: Date | undefined; timeZone: string }) {
  const t = useTranslations("shout-outs");
  const format = useFormatter();
  if (!at) return <>{t("neverThanked")}</>;
  const when = format.dateTime(at, { day: "numeric", month: "long", year: "numeric", timeZone });
  return <>{t("lastThanked", { when })}</>;
}
