import { CircleHelp, CircleMinus, CirclePause, ClockAlert, Heart } from "lucide-react";
import { useTranslations } from "next-intl";

import { Keys } from "../../_components/primitives/keys.tsx";

/** Explains the looks of posts and the ways to change them. */
export function Legend() {
  const t = useTranslations("calendar");
  return (
    <footer className="flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-line-2 px-6 py-2 text-small text-ink-2 max-sm:px-4">
      <span className="inline-flex items-center gap-1.5">
        <i className="h-3 w-[18px] rounded-[3px] inset-ring inset-ring-edge" />
        {t("legend.out")}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <i className="h-3 w-[18px] rounded-[3px] bg-awareness-soft" />
        {t("legend.scheduled")}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <CirclePause size={14} aria-hidden="true" />
        {t("legend.blocked")}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <CircleHelp size={14} aria-hidden="true" />
        {t("legend.unknown")}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <ClockAlert size={14} aria-hidden="true" />
        {t("legend.missed")}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <CircleMinus size={14} aria-hidden="true" />
        {t("legend.taken-down")}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <Heart size={14} aria-hidden="true" />
        {t("legend.reactions")}
      </span>
      <span className="grow" />
      <span>{t.rich("legend.how", { kbd: (key) => <Keys>{key}</Keys> })}</span>
    </footer>
  );
}
