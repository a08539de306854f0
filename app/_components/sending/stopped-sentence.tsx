import { useFormatter, useTranslations } from "next-intl";

/** Who stopped it; null: the command line; undefined: somebody who has left. */
export interface Stop {
  readonly scope: "workspace" | "installation";
  readonly at: Date;
  readonly by: string | null | undefined;
}

export function StoppedSentence({ stop, timeZone }: { stop: Stop; timeZone: string }) {
  const t = useTranslations("sending");
  const format = useFormatter();
  const when = format.dateTime(stop.at, { dateStyle: "medium", timeStyle: "short", timeZone });
  const who = stop.by === null ? t("commandLine") : (stop.by ?? t("somebody"));
  return t(`stopped.${stop.scope}`, { who, when });
}
