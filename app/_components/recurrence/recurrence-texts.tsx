import { useLocale, useTranslations } from "next-intl";

import { refusalSentence } from "#lib/i18n/refusal-sentence";
import type { Translate, TranslateKnown } from "#lib/i18n/translator";
import { ruleInWords } from "#lib/posts/rule-in-words";
import type { RecurrenceView } from "#lib/views/recurrences";

import { useDates } from "../frame/dates.ts";
import { Notice } from "../primitives/notice.tsx";

/** Example: "Every week on Friday at 10:00", with the time zone if it differs from the workspace's. */
export function RuleSentence({ recurrence }: { recurrence: RecurrenceView }) {
  const t = useTranslations();
  const locale = useLocale();
  const { rule, time, endsBefore, timeZone } = recurrence;
  const sentence = ruleInWords(rule, time, { tell: t as Translate, locale }, endsBefore);
  return (
    <>
      {sentence}
      {timeZone ? ` (${timeZone})` : null}
    </>
  );
}

/** Why the recurrence has stopped, or which day was skipped. */
export function RecurrenceObstacle({ obstacle }: Pick<RecurrenceView, "obstacle">) {
  const t = useTranslations();
  const locale = useLocale();
  const write = useDates();
  if (!obstacle) return null;
  const reason = refusalSentence(t as TranslateKnown, locale, obstacle);
  const day = write(obstacle.day, { day: "numeric", month: "long" });
  return <Notice>{t("repeat.obstacle", { day, reason })}</Notice>;
}
