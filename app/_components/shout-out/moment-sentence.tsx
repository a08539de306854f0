import { useNow, useFormatter, useTranslations } from "next-intl";

import type { Suggestion } from "#lib/advocacy/list-shout-outs";

/**
 * What the person is thanked for, and when it happened: "First photo of their own, 3 days ago." A loyal fan
 * has no moment and no date.
 */
export function MomentSentence({
  suggestion: { moment, act },
}: {
  suggestion: Pick<Suggestion, "moment" | "act">;
}) {
  const t = useTranslations("moments");
  const format = useFormatter();
  const now = useNow();
  const what = t(moment?.kind ?? "standing", { stars: act?.stars ?? 0 });
  return <>{moment ? `${what}, ${format.relativeTime(moment.at, now)}.` : `${what}.`}</>;
}
