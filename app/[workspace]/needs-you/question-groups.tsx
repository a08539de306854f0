import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";

import type { DeliveryQuestion as Question } from "#lib/deliveries/list-questions";

import { DeliveryQuestion } from "../../_components/delivery/delivery-question.tsx";
import { Section } from "../../_components/primitives/section.tsx";

type Group = "doubt" | "by-hand" | "missed" | "failed";

const order: readonly Group[] = ["doubt", "by-hand", "missed", "failed"];

/** Groups the questions. Deliveries in doubt come first, failures after them. */
export function QuestionGroups({
  questions,
  ...page
}: { questions: readonly Question[] } & Omit<
  ComponentProps<typeof DeliveryQuestion>,
  "question" | "isLinked"
>) {
  const t = useTranslations("needs-you");
  return order.map((group) => {
    const own = questions.filter((question) => groupOf(question) === group);
    if (own.length === 0) return null;
    return (
      <Section key={group} title={t(`groups.${group}`)} aside={own.length}>
        <div className="grid max-w-[760px] gap-4">
          {own.map((question) => (
            <DeliveryQuestion key={question.delivery.id} {...page} question={question} />
          ))}
        </div>
      </Section>
    );
  });
}

function groupOf({ delivery: { state, sender } }: Question): Group {
  if (state === "needs_person") return sender === "person" ? "by-hand" : "doubt";
  return state === "missed" ? "missed" : "failed";
}
