import { useFormatter, useTranslations } from "next-intl";

import type { Stop } from "#lib/views/sending";

export function StoppedSentence({ stop, timeZone }: { stop: Stop; timeZone: string }) {
  const t = useTranslations("sending");
  const format = useFormatter();
  const when = format.dateTime(stop.at, { dateStyle: "medium", timeStyle: "short", timeZone });
  const who = stop.by === null ? t("commandLine") : (stop.by ?? t("somebody"));
  return t(`stopped.${stop.scope}`, { who, when });
}
