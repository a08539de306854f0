import { useTranslations } from "next-intl";

import type { DeliveryQuestion as Question } from "#lib/deliveries/list-questions";

import { DeliveryQuestion } from "../../_components/delivery/delivery-question.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";

export const questionsShown = 2;

/** The first questions that need a person, and the number of all. */
export function NeedsPerson({
  workspace,
  questions,
  waiting,
  timeZone,
  now,
  canAnswer,
}: {
  workspace: string;
  questions: readonly Question[];
  /** Number of all questions. */
  waiting: number;
  timeZone: string;
  now: string;
  canAnswer: boolean;
}) {
  const t = useTranslations("today");
  const all = useTranslations("needs-you");
  return (
    <Section
      title={t("needsPerson")}
      aside={
        waiting > 0 ? (
          <TextLink href={`/${workspace}/needs-you`}>{all("all", { count: waiting })}</TextLink>
        ) : null
      }
    >
      {waiting === 0 ? <p className="text-ink-2">{t("nothingNeeded")}</p> : null}
      <div className="grid gap-3">
        {questions.map((question) => (
          <DeliveryQuestion
            key={question.delivery.id}
            {...{ workspace, question, timeZone, now, canAnswer }}
          />
        ))}
      </div>
    </Section>
  );
}
