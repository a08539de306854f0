import { CircleHelp, CircleMinus, CirclePause, ClockAlert, Heart } from "lucide-react";
import { useTranslations } from "next-intl";

/** What the looks mean, and what one can do. */
export function Legend() {
  const t = useTranslations("calendar");
  return (
    <footer className="calendar-legend">
      <span className="calendar-key">
        <i className="calendar-swatch calendar-swatch-out" />
        {t("legend.out")}
      </span>
      <span className="calendar-key">
        <i className="calendar-swatch" />
        {t("legend.scheduled")}
      </span>
      <span className="calendar-key">
        <CirclePause size={14} aria-hidden="true" />
        {t("legend.held")}
      </span>
      <span className="calendar-key">
        <CircleHelp size={14} aria-hidden="true" />
        {t("legend.unknown")}
      </span>
      <span className="calendar-key">
        <ClockAlert size={14} aria-hidden="true" />
        {t("legend.missed")}
      </span>
      <span className="calendar-key">
        <CircleMinus size={14} aria-hidden="true" />
        {t("legend.taken-down")}
      </span>
      <span className="calendar-key">
        <Heart size={14} aria-hidden="true" />
        {t("legend.reactions")}
      </span>
      <span className="grow" />
      <span>{t.rich("legend.how", { kbd: (key) => <kbd className="kbd">{key}</kbd> })}</span>
    </footer>
  );
}
