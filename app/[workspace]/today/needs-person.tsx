import { useTranslations } from "next-intl";

import type { DeliveryQuestion as Question } from "#lib/publishing/list-questions";

import { DeliveryQuestion } from "../../_components/delivery/delivery-question.tsx";
import { Section } from "../../_components/primitives/section.tsx";

/** What the product will not decide by itself. */
export function NeedsPerson({
  workspace,
  questions,
  timeZone,
  canAnswer,
}: {
  workspace: string;
  questions: readonly Question[];
  timeZone: string;
  canAnswer: boolean;
}) {
  const t = useTranslations("today");
  return (
    <Section title={t("needsPerson")}>
      {questions.length === 0 ? <p className="text-ink-2">{t("nothingNeeded")}</p> : null}
      <div className="grid gap-3">
        {questions.map((question) => (
          <DeliveryQuestion
            key={question.delivery.id}
            {...{ workspace, question, timeZone, canAnswer }}
          />
        ))}
      </div>
    </Section>
  );
}
